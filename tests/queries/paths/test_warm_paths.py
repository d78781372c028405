"""Warm paths into Acme in the world of tests/worlds/cast.py, whose drawing shows them. Scores over random worlds are
compared in tests/reference, large worlds in test_rounds.py."""

from __future__ import annotations

from datetime import date

import pytest
from worlds.build import TODAY, account, contact, interaction, job, rating, user
from worlds.cast import write_cast

from graphcrm.dates import moment
from graphcrm.errors import InvalidInputError, NotFoundError
from graphcrm.graph import Graph
from graphcrm.queries.paths import KINDS, Path, Question, WarmPaths, warm_paths

TODAY_NOW = moment(TODAY)
WITH_WEIGHT = {
    ("former_colleague", "alice", ("maya", "tomas")),
    ("direct", "dana", ("lena",)),
    ("direct", "bob", ("priya",)),
    ("chain", "alice", ("maya", "ulla", "tomas")),
    ("chain", "charlie", ("noor", "jonas", "priya")),
    ("chain", "alice", ("maya", "ulla", "lena")),
}
WITHOUT_WEIGHT = {
    ("former_colleague", "erin", ("olga", "tomas")),
    ("chain", "erin", ("olga", "ulla", "lena")),
    ("chain", "erin", ("olga", "ulla", "tomas")),
}


@pytest.fixture
def cast(graph: Graph) -> Graph:
    """The world of the drawing."""
    write_cast(graph)
    return graph


def ask(graph: Graph, **asked: object) -> WarmPaths:
    return warm_paths(graph, Question(**{"target": "acme", "moment": TODAY_NOW, **asked}))


def people(answer: WarmPaths) -> set[tuple[str, str, tuple[str, ...]]]:
    found = {(path.kind, path.tie.user, path.people) for path in answer.paths}
    assert len(found) == len(answer.paths)
    return found


def one(answer: WarmPaths, *along: str) -> Path:
    (path,) = (path for path in answer.paths if path.people == along)
    return path


def test_paths_of_all_three_kinds_are_found_for_the_whole_team(cast: Graph) -> None:
    answer = ask(cast)
    assert people(answer) == WITH_WEIGHT
    assert (answer.account, answer.account_name, answer.as_of) == ("acme", "Acme", TODAY)
    assert (answer.partial, answer.more, answer.not_searched) == ((), False, [])


def test_paths_are_ordered_by_score_and_relevance_of_whom_they_reach(cast: Graph) -> None:
    answer = ask(cast)
    assert [path.people[-1] for path in answer.paths] == ["tomas", "lena", "priya", "tomas", "priya", "lena"]
    assert [path.rank for path in answer.paths] == sorted((path.rank for path in answer.paths), reverse=True)
    assert one(answer, "lena").score > one(answer, "maya", "tomas").score, "but Tomás decides"


def test_a_path_of_hops_has_their_strengths_and_names_the_weakest(cast: Graph) -> None:
    path = one(ask(cast), "maya", "tomas")
    assert [hop.kind for hop in path.hops] == ["knows", "worked_together"]
    assert path.score == pytest.approx(path.hops[0].strength * path.hops[1].strength * 0.85)
    assert (path.weakest_hop, path.band, path.certain) == (1, "strong", True)
    assert (path.tie.user_name, path.tie.contact_name, path.tie.count) == ("Alice", "Maya Lind", 12)
    assert (path.job.name, path.job.title, path.job.role) == ("Tomás Reyes", "CTO", "decision_maker")
    (shared,) = path.hops[1].evidence.shared
    assert (shared.account_name, shared.people) == ("Globex", 40)


def test_the_first_of_equally_weak_hops_is_named(cast: Graph) -> None:
    path = one(ask(cast, min_score=0), "olga", "ulla", "tomas")
    assert [hop.strength > 0 for hop in path.hops] == [True, False, True]
    assert path.weakest_hop == 1
    assert one(ask(cast), "lena").weakest_hop == 0


def test_the_moved_champion_comes_with_where_they_were(cast: Graph) -> None:
    answer = ask(cast)
    assert one(answer, "priya").moved_from == ("initech", "Initech")
    assert one(answer, "lena").moved_from is None, "nobody has met her"
    assert one(answer, "maya", "tomas").moved_from is None, "only direct paths have moved"
    interaction(cast, "bob", "priya", "2023-02-01")
    assert one(ask(cast), "priya").moved_from is None, "she was at Acme that day"


def test_evidence_without_weight_is_kept_where_everything_is_asked_for(cast: Graph) -> None:
    assert people(ask(cast, min_score=0)) == WITH_WEIGHT | WITHOUT_WEIGHT
    assert {path.band for path in ask(cast, min_score=0).paths if path.score == 0} == {"weak"}


@pytest.mark.parametrize(("least", "left"), [(1e-9, 6), (0.02, 4), (0.03, 3), (0.5, 1), (0.9, 0)])
def test_min_score_leaves_out_what_is_colder(cast: Graph, least: float, left: int) -> None:
    answer = ask(cast, min_score=least)
    assert len(answer.paths) == left
    assert all(path.score >= least for path in answer.paths)
    assert answer.account_warmth == pytest.approx(ask(cast).account_warmth), "the account is as warm as it is"


@pytest.mark.parametrize("mine", [None, "alice"])
def test_an_account_is_as_warm_as_the_best_score_through_a_contact_not_as_the_best_rank(
    graph: Graph, mine: str | None
) -> None:
    account(graph, "acme", "Acme")
    account(graph, "past", "Past", employee_count=10)
    for uid, role, since in [("boss", "decision_maker", "2018-01-01"), ("clerk", None, "2015-01-01")]:
        contact(graph, uid)
        job(graph, uid, "past", start=since, end="2020-01-01")
        job(graph, uid, "acme", start="2020-01-01", role=role, verified_on=TODAY)
    contact(graph, "cora")
    job(graph, "cora", "past", start="2015-01-01", end="2020-01-01")
    for uid, value in [("alice", 4), ("bob", 2)]:
        user(graph, uid)
        rating(graph, uid, "cora", value=value, at="2023-01-01")
    hers = [path for path in ask(graph, user=mine).paths if path.tie.user == "alice"]
    scores = {path.people[-1]: path.score for path in hers}
    ranks = {path.people[-1]: path.rank for path in hers}
    assert scores["clerk"] > scores["boss"]
    assert ranks["boss"] > ranks["clerk"]
    assert ask(graph, user=mine, min_score=0.9).account_warmth == pytest.approx(scores["clerk"])


def test_a_path_at_min_score_itself_is_kept(cast: Graph) -> None:
    score = one(ask(cast), "priya").score
    assert one(ask(cast, min_score=score), "priya").score == score


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_kinds_asked_for_are_sought(cast: Graph, kind: str) -> None:
    expected = {found for found in WITH_WEIGHT if found[0] == kind}
    assert people(ask(cast, kinds=(kind,))) == expected != set()


def test_the_team_finds_what_its_active_users_find(cast: Graph) -> None:
    alone = [people(ask(cast, user=uid, min_score=0)) for uid in ("alice", "bob", "charlie", "dana", "erin", "frank")]
    assert set().union(*alone) == WITH_WEIGHT | WITHOUT_WEIGHT
    assert sum(map(len, alone)) == len(WITH_WEIGHT | WITHOUT_WEIGHT)
    assert people(ask(cast, user="zoe")) == {("direct", "zoe", ("priya",))}, "who has left can still be asked for"
    assert people(ask(cast, user="nobody")) == set()


def test_a_user_is_neither_connector_nor_target_nor_middle_of_their_own_paths(cast: Graph) -> None:
    for own in ("maya", "tomas", "ulla"):
        cast.write("MATCH ()-[i:IS]->() DELETE i")
        cast.write("MATCH (u:User {uid: 'alice'}), (c:Contact {uid: $own}) CREATE (u)-[:IS]->(c)", own=own)
        expected = {found for found in WITH_WEIGHT if found[1] != "alice" or own not in found[2]}
        assert people(ask(cast)) == expected
        assert people(ask(cast, user="alice")) == {found for found in expected if found[1] == "alice"}


def test_as_of_a_day_only_what_was_known_then_counts(cast: Graph) -> None:
    def then(on: str) -> set[tuple[str, str, tuple[str, ...]]]:
        return people(ask(cast, moment=moment(date.fromisoformat(on)), kinds=("direct", "former_colleague")))

    alice, bob = ("former_colleague", "alice", ("maya", "tomas")), ("direct", "bob", ("priya",))
    assert then("2023-01-10") == set(), "the first meeting was at nine that day"
    assert then("2023-01-11") == then("2023-01-31") == {alice}
    assert then("2023-02-01") == {alice, bob}, "Priya's first day"


@pytest.mark.parametrize(("on", "factor"), [("2025-03-01", 1.0), ("2025-03-02", 0.9), ("2026-03-02", 0.7)])
def test_a_job_verified_long_ago_makes_the_path_colder(cast: Graph, on: str, factor: float) -> None:
    path = one(ask(cast, moment=moment(date.fromisoformat(on))), "maya", "tomas")
    assert path.score == pytest.approx(path.hops[0].strength * path.hops[1].strength * 0.85 * factor)


def test_large_workplaces_are_left_out_and_named_and_zero_lifts_the_cap(cast: Graph) -> None:
    capped = ask(cast, max_unit=3)
    assert people(capped) == {found for found in WITH_WEIGHT if found[0] == "direct" or "noor" in found[2]}
    assert [(place.account, place.people) for place in capped.not_searched] == [("acme", 5), ("globex", 4)]
    assert ask(cast, max_unit=0).not_searched == []
    assert people(ask(cast, max_unit=0)) == WITH_WEIGHT
    assert ask(cast, max_unit=3, kinds=("direct",)).not_searched == []


def test_an_account_nobody_leads_to_is_cold(cast: Graph) -> None:
    answer = ask(cast, target="bytes", min_score=0)
    assert (answer.paths, answer.account_warmth, answer.partial, answer.more) == ([], 0, (), False)


def test_a_placeholder_leads_nowhere_but_can_be_asked_for(graph: Graph) -> None:
    account(graph, "freelance", placeholder=True)
    for uid in ("ann", "bo"):
        contact(graph, uid)
        job(graph, uid, "freelance", start="2015")
    user(graph, "alice")
    interaction(graph, "alice", "ann", "2024-01-01")
    assert people(ask(graph, target="freelance", min_score=0)) == {("direct", "alice", ("ann",))}


def test_several_jobs_at_the_target_count_by_the_weightiest_role_and_the_latest_word(graph: Graph) -> None:
    account(graph, "acme")
    contact(graph, "ann")
    job(graph, "ann", "acme", start="2010", title="Engineer", primary=True, verified_on=date(2012, 1, 1))
    job(graph, "ann", "acme", start="2015", title="Chair", role="decision_maker", verified_on=date(2024, 1, 1))
    user(graph, "alice")
    rating(graph, "alice", "ann", 5, "2024-05-31")
    (path,) = ask(graph).paths
    assert (path.job.title, path.job.role, path.job.verified_on) == ("Engineer", "decision_maker", date(2024, 1, 1))
    assert path.rank == path.score


@pytest.mark.parametrize(
    ("asked", "field", "said"),
    [
        ({"kinds": ("direct", "psychic")}, "kinds", "kinds is 'psychic'; it takes direct, former_colleague, chain."),
        ({"kinds": ()}, "kinds", "kinds is ''; it takes"),
        ({"max_unit": -1}, "max_unit", "max_unit is -1; it cannot be below 0."),
        ({"min_score": -0.5}, "min_score", "min_score is -0.5; it cannot be below 0."),
    ],
)
def test_a_question_that_cannot_be_meant_is_refused(
    cast: Graph, asked: dict[str, object], field: str, said: str
) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        ask(cast, **asked)
    assert refusal.value.field == field
    assert refusal.value.detail.startswith(said)


def test_an_unknown_account_is_not_found(cast: Graph) -> None:
    with pytest.raises(NotFoundError, match="There is no account 'nowhere'"):
        ask(cast, target="nowhere")


def test_only_certain_paths_or_only_the_others_are_answered_where_that_is_asked(cast: Graph) -> None:
    both = {certain: people(ask(cast, certain=certain, min_score=0, max_unit=0)) for certain in (True, False)}
    assert ("former_colleague", "alice", ("maya", "tomas")) in both[True]
    assert ("chain", "alice", ("maya", "ulla", "lena")) in both[False]
    assert not both[True] & both[False]
    assert both[True] | both[False] == people(ask(cast, min_score=0, max_unit=0))

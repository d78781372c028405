from __future__ import annotations

from datetime import date

import pytest
from worlds.build import NOW, TODAY, account, contact, interaction, job, rating, user

from graphcrm.graph import Graph
from graphcrm.queries.accounts.known_there import Known, KnownPerson, known_there


@pytest.fixture
def acme(graph: Graph) -> Graph:
    """Ann, Bo and Cy are at Acme, as far as anybody knows since 2020; Alice and Bob are with us, Zoe has left."""
    account(graph, "acme")
    account(graph, "beta")
    for uid in ("alice", "bob"):
        user(graph, uid, uid.title())
    user(graph, "zoe", active=False)
    for uid in ("ann", "bo", "cy"):
        contact(graph, uid, uid.title())
        job(graph, uid, "acme", start="2020-01-01", title=f"{uid} first")
    return graph


def known(graph: Graph, **asked: object) -> list[Known]:
    usual = {"accounts": ["acme", "beta"], "movers": [], "on": TODAY, "before": NOW, "shown": 3, "limit": 10}
    return known_there(graph, **{**usual, **asked})


def names(graph: Graph, **asked: object) -> list[str]:
    return [person.contact for one in known(graph, **asked) for person in one.best]


def test_where_we_know_nobody_there_is_no_row(acme: Graph) -> None:
    assert known(acme) == []


def test_who_is_known_comes_with_who_knows_them_best(acme: Graph) -> None:
    rating(acme, "alice", "bo", 2, NOW.replace(year=2023))
    rating(acme, "bob", "bo", 4, NOW.replace(year=2023))
    (found,) = known(acme)
    strength = pytest.approx(0.65 * 0.5 ** (366 / 730))
    assert found == Known("acme", 1, [], [KnownPerson("bo", "Bo", False, "bo first", "bob", "Bob", strength)])


def test_all_are_counted_and_the_best_known_named_first(acme: Graph) -> None:
    interaction(acme, "alice", "ann", "2024-01-01", participants=12)
    interaction(acme, "alice", "cy", "2024-01-01", channel="email")
    interaction(acme, "bob", "bo", "2024-01-01")
    interaction(acme, "alice", "bo", "2024-01-01")
    assert names(acme) == ["bo", "cy", "ann"]
    (found,) = known(acme, shown=1)
    assert (found.people, [(one.contact, one.user) for one in found.best]) == (3, [("bo", "alice")])


def test_movers_are_named_where_they_are_known(acme: Graph) -> None:
    for uid in ("ann", "cy"):
        interaction(acme, "alice", uid, "2024-01-01")
    (found,) = known(acme, movers=["bo", "cy"], shown=1)
    assert (found.people, found.movers) == (2, ["cy"])


@pytest.mark.parametrize(
    ("start", "end", "seen"),
    [
        ("2024-06-01", None, True),
        ("2024-06-02", None, False),
        ("2024-01-01", "2024-06-01", False),
        ("2024-01-01", "2024-06-02", True),
        (None, None, True),
    ],
)
def test_people_are_those_who_may_be_there_on_the_day(
    acme: Graph, start: str | None, end: str | None, seen: bool
) -> None:
    job(acme, "ann", "beta", start=start, end=end)
    interaction(acme, "alice", "ann", "2024-01-01")
    assert [one.account for one in known(acme, accounts=["beta"])] == ["beta"] * seen


def test_two_jobs_at_one_account_are_one_person_with_the_title_of_the_main_one(acme: Graph) -> None:
    job(acme, "ann", "acme", start="2023-01-01", title="second")
    interaction(acme, "alice", "ann", "2024-01-01")
    assert [(one.people, one.best[0].title) for one in known(acme)] == [(1, "second")]
    acme.write("MATCH ()-[w:WORKS_AT {title: 'ann first'}]->() SET w.primary = true")
    assert [(one.people, one.best[0].title) for one in known(acme)] == [(1, "ann first")]


def test_what_was_after_the_moment_makes_nobody_known(acme: Graph) -> None:
    interaction(acme, "alice", "ann", NOW)
    rating(acme, "alice", "bo", 5, NOW)
    assert known(acme) == []
    assert names(acme, on=date(2024, 6, 2), before=NOW.replace(day=2)) == ["bo", "ann"]


def test_a_past_strength_leaves_out_what_came_later(acme: Graph) -> None:
    interaction(acme, "alice", "ann", "2021-01-01", channel="email")
    interaction(acme, "alice", "ann", "2024-05-01")
    interaction(acme, "alice", "bo", "2021-01-01")
    assert names(acme) == ["ann", "bo"]
    assert names(acme, on=date(2021, 6, 1), before=NOW.replace(year=2021)) == ["bo", "ann"]


def test_neither_who_has_left_us_nor_the_contact_themselves_knows_anybody(acme: Graph) -> None:
    interaction(acme, "zoe", "ann", "2024-01-01")
    interaction(acme, "alice", "bo", "2024-01-01")
    acme.write("MATCH (u:User {uid: 'alice'}), (c:Contact {uid: 'bo'}) CREATE (u)-[:IS]->(c)")
    assert known(acme) == []
    interaction(acme, "bob", "bo", "2024-01-01")
    assert names(acme) == ["bo"]

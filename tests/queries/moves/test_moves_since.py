from __future__ import annotations

from datetime import date

import pytest
from worlds.build import NOW, TODAY, account, contact, interaction, job, rating, user

from graphcrm.graph import Graph
from graphcrm.queries.moves.moves_since import Move, moves_since

SINCE = date(2024, 1, 1)


@pytest.fixture
def three(graph: Graph) -> Graph:
    """Acme, Beta and Gamma; Ann at Acme [2020-01-01, 2024-03-01), at Beta since 2024-03-01."""
    for uid in ("acme", "beta", "gamma"):
        account(graph, uid, uid.title())
    for uid in ("ann", "bo"):
        contact(graph, uid, uid.title())
    job(graph, "ann", "acme", start="2020-01-01", end="2024-03-01", title="Buyer", role="buyer", uid="ann-1")
    job(graph, "ann", "beta", start="2024-03-01", title="Head of Buying", uid="ann-2")
    return graph


def moved(graph: Graph, **asked: object) -> list[Move]:
    return moves_since(graph, **{"since": SINCE, "on": TODAY, "before": NOW, **asked})


def uids(graph: Graph, **asked: object) -> list[str]:
    return [move.uid for move in moved(graph, **asked)]


def test_an_empty_graph_has_no_moves(graph: Graph) -> None:
    assert moved(graph) == []


def test_a_move_says_who_from_where_and_to_where(three: Graph) -> None:
    assert moved(three) == [
        Move(
            uid="ann-2", moved_on=date(2024, 3, 1), start="2024-03-01", contact="ann", name="Ann", asked_not=False, from_account="acme",
            from_name="Acme", from_title="Buyer", from_role="buyer", from_end="2024-03-01", to_account="beta",
            to_name="Beta", to_title="Head of Buying", to_role=None, there=True,
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("since", "on", "seen"),
    [
        ("2024-03-01", "2024-06-01", True),
        ("2024-03-02", "2024-06-01", False),
        ("2024-01-01", "2024-03-01", True),
        ("2024-01-01", "2024-02-29", False),
    ],
)
def test_moves_are_seen_from_the_first_day_to_the_last(three: Graph, since: str, on: str, seen: bool) -> None:
    assert (uids(three, since=date.fromisoformat(since), on=date.fromisoformat(on)) == ["ann-2"]) is seen


def test_a_first_job_is_no_move_and_a_promotion_neither(three: Graph) -> None:
    job(three, "bo", "acme", start="2024-02-01")
    job(three, "ann", "beta", start="2024-05-01", title="Director")
    assert uids(three) == ["ann-2"]


@pytest.mark.parametrize(
    ("end", "seen"),
    [("2023-01-01", True), ("2024-05-02", True), ("2024-05-03", False), (None, False)],
    ids=["long ago", "a handover of 92 days", "of 93 days", "a second job beside it"],
)
def test_the_job_before_has_ended_or_been_handed_over(three: Graph, end: str | None, seen: bool) -> None:
    job(three, "bo", "acme", start="2020-01-01", end=end)
    job(three, "bo", "gamma", start="2024-01-31", uid="bo-2")
    assert ("bo-2" in uids(three)) is seen


def test_a_promotion_years_later_is_no_move_and_neither_is_coming_back_from_nowhere(three: Graph) -> None:
    job(three, "bo", "acme", start="2010-01-01", end="2012-01-01")
    job(three, "bo", "beta", start="2012-01-01", end="2022-01-01")
    job(three, "bo", "beta", start="2024-02-01", uid="back")
    job(three, "bo", "beta", start="2024-05-01", uid="promoted")
    assert uids(three) == ["ann-2"]


@pytest.mark.parametrize("kind", ["board", "advisor"])
def test_a_seat_beside_a_job_is_neither_moved_to_nor_from(three: Graph, kind: str) -> None:
    job(three, "ann", "gamma", start="2024-05-01", kind=kind)
    job(three, "bo", "gamma", start="2018-01-01", end="2024-01-15", kind=kind)
    job(three, "bo", "acme", start="2018-01-01", end="2024-01-01")
    job(three, "bo", "beta", start="2022-01-01", kind=kind)
    job(three, "bo", "beta", start="2024-02-01", uid="bo-4")
    assert {(move.uid, move.from_account) for move in moved(three)} == {("ann-2", "acme"), ("bo-4", "acme")}


def test_a_return_to_an_old_employer_is_a_move_from_where_they_were_between(three: Graph) -> None:
    job(three, "bo", "acme", start="2018-01-01", end="2020-01-01")
    job(three, "bo", "beta", start="2020-01-01", end="2024-02-01")
    job(three, "bo", "acme", start="2024-02-01", uid="bo-3")
    (back,) = (move for move in moved(three) if move.uid == "bo-3")
    assert (back.from_account, back.to_account) == ("beta", "acme")


def test_a_start_of_which_only_the_month_is_known_counts_from_its_first_day(three: Graph) -> None:
    job(three, "bo", "acme", start="2019", end="2023")
    job(three, "bo", "beta", start="2024-01", uid="bo-2")
    (move,) = (move for move in moved(three) if move.uid == "bo-2")
    assert (move.moved_on, move.start) == (date(2024, 1, 1), "2024-01")
    assert "bo-2" not in uids(three, since=date(2024, 1, 2))


def test_a_job_of_unknown_start_is_no_move(three: Graph) -> None:
    job(three, "bo", "acme", start="2019", end="2023")
    job(three, "bo", "beta")
    assert uids(three, since=date(1900, 1, 1)) == ["ann-2"]


def test_moves_of_one_account_are_those_to_it_and_from_it(three: Graph) -> None:
    job(three, "bo", "gamma", start="2020-01-01", end="2024-02-01")
    job(three, "bo", "acme", start="2024-02-01", uid="bo-2")
    assert uids(three) == ["ann-2", "bo-2"]
    assert uids(three, account="acme") == ["ann-2", "bo-2"]
    assert uids(three, account="beta") == ["ann-2"]
    assert uids(three, account="gamma") == ["bo-2"]
    assert uids(three, account="nowhere") == []


def test_pages_follow_each_other_the_latest_first_even_on_one_day(three: Graph) -> None:
    for n in (3, 1, 2):
        contact(three, f"p{n}")
        job(three, f"p{n}", "acme", start="2020", end="2023")
        job(three, f"p{n}", "beta", start="2024-02-01", uid=f"w{n}")
    listed = moved(three, limit=2)
    for _ in range(3):
        listed += moved(three, limit=2, after_on=listed[-1].moved_on, after_uid=listed[-1].uid)
    assert [move.uid for move in listed] == ["ann-2", "w1", "w2", "w3"]


def test_an_acquisition_moves_nobody_and_whoever_was_acquired_leaves_where_they_came_from(three: Graph) -> None:
    account(three, "delta", "Delta")
    job(three, "ann", "gamma", start="2024-02-01", end="2024-03-01", uid="ann-1~gamma", carried_from="ann-1")
    job(three, "ann", "delta", start="2024-04-01", uid="ann-2~delta", carried_from="ann-2")
    assert [(move.uid, move.from_account) for move in moved(three)] == [("ann-2", "acme")]
    job(three, "ann", "delta", start="2024-05-01", uid="ann-3")
    assert uids(three) == ["ann-2"], "she was there already"


def test_only_moves_from_or_to_an_account_are_listed_on_demand(three: Graph) -> None:
    job(three, "bo", "gamma", start="2020-01-01", end="2024-02-01")
    job(three, "bo", "acme", start="2024-02-01", uid="bo-2")
    assert uids(three, from_account="acme") == uids(three, to_account="beta") == ["ann-2"]
    assert uids(three, from_account="gamma", to_account="acme") == ["bo-2"]
    assert uids(three, from_account="acme", to_account="acme") == []


def test_two_jobs_that_begin_on_one_day_are_one_move_to_each_account(three: Graph) -> None:
    job(three, "bo", "acme", start="2020-01-01", end="2024-02-01")
    for uid, place in (("b-2", "beta"), ("b-1", "beta"), ("g-1", "gamma")):
        job(three, "bo", place, start="2024-02-01", uid=uid)
    assert uids(three, since=date(2024, 1, 1), on=date(2024, 2, 1)) == ["b-1", "g-1"]


@pytest.mark.parametrize("carried", ["bo-1", "bo-2"])
def test_whom_an_acquisition_carried_over_has_not_moved(three: Graph, carried: str) -> None:
    job(three, "bo", "acme", start="2020-01-01", end="2024-02-01", uid="bo-1")
    job(three, "bo", "gamma", start="2024-02-01", uid="bo-2")
    assert "bo-2" in uids(three)
    three.write("MATCH ()-[w:WORKS_AT {uid: $uid}]->() SET w.carried_from = 'another'", uid=carried)
    assert uids(three) == ["ann-2"]


def test_whoever_was_carried_to_an_account_was_there_already(three: Graph) -> None:
    job(three, "bo", "gamma", start="2019-01-01", end="2022-01-01")
    job(three, "bo", "acme", start="2022-01-01", carried_from="another")
    job(three, "bo", "acme", start="2024-02-01", title="Director")
    assert uids(three) == ["ann-2"]


@pytest.mark.parametrize(
    ("to_role", "from_role", "role"), [("user", "buyer", "user"), (None, "buyer", "buyer"), (None, None, None)]
)
def test_a_role_is_that_of_the_new_job_else_of_the_old(
    three: Graph, to_role: str | None, from_role: str | None, role: str | None
) -> None:
    job(three, "bo", "acme", start="2020-01-01", end="2024-02-01", role=from_role)
    job(three, "bo", "gamma", start="2024-02-01", role=to_role)
    assert [move.role for move in moved(three, to_account="gamma")] == [role]


@pytest.mark.parametrize(("end", "there"), [("2024-06-01", False), ("2024-06-02", True), ("2024-06", True)])
def test_whoever_has_left_again_is_no_longer_there(three: Graph, end: str, there: bool) -> None:
    job(three, "bo", "acme", start="2020-01-01", end="2024-02-01")
    job(three, "bo", "gamma", start="2024-02-01", end=end)
    assert [move.there for move in moved(three, to_account="gamma")] == [there]


class TestOfPeopleWeKnow:
    """Ann moved on 1 March 2024; who of us knew her, and when?"""

    @pytest.fixture
    def ours(self, three: Graph) -> Graph:
        user(three, "alice")
        user(three, "bob")
        return three

    def test_whom_nobody_knows_is_left_out(self, ours: Graph) -> None:
        assert uids(ours) == ["ann-2"]
        assert uids(ours, known=True) == []

    @pytest.mark.parametrize(("at", "seen"), [("2024-05-31T23:59:59.999999+00:00", True), ("2024-06-01", False)])
    def test_a_tie_counts_that_began_before_the_moment(self, ours: Graph, at: str, seen: bool) -> None:
        interaction(ours, "alice", "ann", at)
        assert bool(uids(ours, known=True)) is seen
        ours.write("MATCH ()-[e:KNOWS|INTERACTED_WITH]->() DELETE e")
        rating(ours, "alice", "ann", 1, at)
        assert bool(uids(ours, known=True)) is seen

    def test_one_users_moves_are_of_people_whom_that_user_knows(self, ours: Graph) -> None:
        interaction(ours, "alice", "ann", "2023-01-01")
        assert uids(ours, known=True, user="alice") == ["ann-2"]
        assert uids(ours, known=True, user="bob") == []

    def test_a_user_who_has_left_knows_nobody_for_us_but_may_be_asked_about(self, ours: Graph) -> None:
        interaction(ours, "alice", "ann", "2023-01-01")
        ours.write("MATCH (u:User {uid: 'alice'}) SET u.active = false")
        assert uids(ours, known=True) == []
        assert uids(ours, known=True, user="alice") == ["ann-2"]

    def test_nobody_is_told_of_their_own_move(self, ours: Graph) -> None:
        interaction(ours, "alice", "ann", "2023-01-01")
        ours.write("MATCH (u:User {uid: 'alice'}), (c:Contact {uid: 'ann'}) CREATE (u)-[:IS]->(c)")
        assert uids(ours, known=True) == []
        interaction(ours, "bob", "ann", "2023-01-01")
        assert uids(ours, known=True) == ["ann-2"]
        assert uids(ours, known=True, user="alice") == []


def owned(graph: Graph, by: str = "alice", **dates: date) -> None:
    graph.write(
        "MATCH (a:Account {uid: 'acme'}), (u:User {uid: $by}) CREATE (a)-[o:ASSIGNED_TO {uid: 'o'}]->(u) SET o += $dates",
        by=by, dates=dates,
    )  # fmt: skip


class TestOfOurAccounts:
    """Ann left Acme on 1 March 2024, which is one of ours for one of three reasons."""

    @pytest.fixture
    def ours(self, three: Graph) -> Graph:
        user(three, "alice")
        user(three, "gone", active=False)
        return three

    def test_an_account_nobody_has_to_do_with_is_not_ours(self, ours: Graph) -> None:
        assert uids(ours, ours=True) == []

    @pytest.mark.parametrize(
        ("lifecycle", "seen"),
        [("prospect", True), ("customer", True), ("loyal", True), ("lead", False), ("lost", False)],
    )
    def test_a_lifecycle_makes_it_ours(self, ours: Graph, lifecycle: str, seen: bool) -> None:
        ours.write("MATCH (a:Account {uid: 'acme'}) SET a.lifecycle = $lifecycle", lifecycle=lifecycle)
        assert bool(uids(ours, ours=True)) is seen

    @pytest.mark.parametrize(
        ("dates", "seen"),
        [
            ({}, True),
            ({"start": TODAY}, True),
            ({"start": date(2024, 6, 2)}, False),
            ({"end": TODAY}, False),
            ({"end": date(2024, 6, 2)}, True),
        ],
    )
    def test_an_owner_of_the_day_makes_it_ours(self, ours: Graph, dates: dict[str, date], seen: bool) -> None:
        owned(ours, **dates)
        assert bool(uids(ours, ours=True)) is seen

    def test_an_owner_who_has_left_us_does_not(self, ours: Graph) -> None:
        owned(ours, by="gone")
        assert uids(ours, ours=True) == []

    @pytest.mark.parametrize(
        ("by", "at", "seen"),
        [
            ("alice", "2020-01-01T00:00:00", True),
            ("alice", "2024-02-29T23:59:59", True),
            ("alice", "2019-12-31T23:59:59", False),
            ("alice", "2024-03-01T00:00:00", False),
            ("gone", "2022-01-01", False),
        ],
    )
    def test_somebody_whom_an_active_user_met_while_there_makes_it_ours(
        self, ours: Graph, by: str, at: str, seen: bool
    ) -> None:
        interaction(ours, by, "ann", at)
        assert bool(uids(ours, ours=True)) is seen

    def test_what_was_after_the_moment_does_not(self, ours: Graph) -> None:
        contact(ours, "kim")
        job(ours, "kim", "acme", start="2020-01-01")
        interaction(ours, "alice", "kim", NOW)
        assert uids(ours, ours=True) == []

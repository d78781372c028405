from __future__ import annotations

from datetime import date

import pytest
from worlds.build import TODAY, account, contact, job

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
    job(graph, "ann", "acme", start="2020-01-01", end="2024-03-01", title="Buyer", uid="ann-1")
    job(graph, "ann", "beta", start="2024-03-01", title="Head of Buying", uid="ann-2")
    return graph


def moved(graph: Graph, **asked: object) -> list[Move]:
    return moves_since(graph, **{"since": SINCE, "on": TODAY, **asked})


def uids(graph: Graph, **asked: object) -> list[str]:
    return [move.uid for move in moved(graph, **asked)]


def test_an_empty_graph_has_no_moves(graph: Graph) -> None:
    assert moved(graph) == []


def test_a_move_says_who_from_where_and_to_where(three: Graph) -> None:
    assert moved(three) == [
        Move(
            uid="ann-2", moved_on=date(2024, 3, 1), start="2024-03-01", contact="ann", name="Ann", from_account="acme",
            from_name="Acme", from_title="Buyer", from_end="2024-03-01", to_account="beta", to_name="Beta",
            to_title="Head of Buying",
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

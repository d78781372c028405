from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from worlds.build import account, contact, job

from graphcrm.graph import Graph
from graphcrm.queries.moves.proposed_moves import ProposedMove, proposed_moves

SINCE, ON = date(2024, 1, 1), date(2024, 6, 1)
D = date.fromisoformat


@pytest.fixture
def world(graph: Graph) -> Graph:
    """Ada, who has been at A since 2020, and two more accounts."""
    for uid in "ABC":
        account(graph, uid)
    contact(graph, "ada", "Ada")
    job(graph, "ada", "A", start="2020", uid="old", title="Engineer")
    return graph


def pairs(graph: Graph, since: date = SINCE, on: date = ON) -> list[tuple[str, str]]:
    return [(move.from_job, move.uid) for move in proposed_moves(graph, since=since, on=on)]


def test_nobody_with_one_job_is_asked(world: Graph) -> None:
    assert pairs(world) == []


def test_a_job_begun_beside_one_still_held_is_a_proposal(world: Graph) -> None:
    job(world, "ada", "B", start="2024-02", uid="new", title="CTO")
    assert proposed_moves(world, since=SINCE, on=ON) == [
        ProposedMove("new", date(2024, 2, 1), "2024-02", "ada", "Ada", "old", "A", "A", "Engineer", "B", "B", "CTO")
    ]


@pytest.mark.parametrize(
    ("start", "found"), [("2023-12-31", 0), ("2024-01-01", 1), ("2024-06-01", 1), ("2024-06-02", 0)]
)
def test_it_began_between_the_two_days(world: Graph, start: str, found: int) -> None:
    job(world, "ada", "B", start=start, uid="new")
    assert len(pairs(world)) == found


@pytest.mark.parametrize(
    "props", [{"kind": "board"}, {"kind": "advisor"}, {"concurrent": True}, {"carried_from": "old"}, {"end": "2024-03"}]
)
def test_what_is_held_beside_or_is_over_proposes_nothing(world: Graph, props: dict[str, object]) -> None:
    job(world, "ada", "B", start="2024-02", uid="new", **props)
    assert pairs(world) == []


@pytest.mark.parametrize(
    ("before", "entered", "found"),
    [("2024-01-31", "2024-02-01", 1), ("2024-02-01", "2024-02-01", 0), ("2023-12-30", "2023-12-31", 0)],
)
def test_a_job_entered_later_without_a_start_is_a_proposal_of_that_day(
    world: Graph, before: str, entered: str, found: int
) -> None:
    job(world, "ada", "B", uid="new")
    for uid, day in (("old", before), ("new", entered)):
        world.write(
            "MATCH ()-[w:WORKS_AT {uid: $uid}]->() SET w.recorded_at = $at",
            uid=uid, at=datetime.fromisoformat(f"{day}T12:00:00+00:00"),
        )  # fmt: skip
    moves = proposed_moves(world, since=SINCE, on=ON)
    assert [(m.from_job, m.uid, m.moved_on, m.start) for m in moves] == [("old", "new", D(entered), None)][:found]
    assert proposed_moves(world, since=SINCE, on=ON, after_on=D(entered), after_uid="new") == []


def test_of_a_known_and_an_unknown_start_one_is_the_move(world: Graph) -> None:
    world.write("MATCH ()-[w:WORKS_AT {uid: 'old'}]->() DELETE w")
    for uid, place, start in (("known", "B", "2024-02-01"), ("later", "C", None)):
        job(world, "ada", place, start=start, uid=uid)
    for uid, day in (("known", 1), ("later", 2)):
        world.write(
            "MATCH ()-[w:WORKS_AT {uid: $uid}]->() SET w.recorded_at = $at",
            uid=uid,
            at=datetime(2024, 3, day, tzinfo=UTC),
        )
    assert pairs(world) == [("known", "later")]
    assert pairs(world, since=date.min) == [("known", "later")], "once, however early one asks"


def test_a_promotion_is_no_move(world: Graph) -> None:
    job(world, "ada", "A", start="2024-02", uid="new")
    assert pairs(world) == []


def test_of_two_jobs_of_one_day_one_is_the_move(world: Graph) -> None:
    world.write("MATCH ()-[w:WORKS_AT {uid: 'old'}]->() DELETE w")
    job(world, "ada", "B", start="2024-02-01", uid="b")
    job(world, "ada", "C", start="2024-02-01", uid="c")
    assert pairs(world) == [("b", "c")]


def test_pages_follow_each_other(world: Graph) -> None:
    job(world, "ada", "B", start="2024-02-01", uid="b")
    job(world, "ada", "C", start="2024-03-01", uid="c")
    (first,) = proposed_moves(world, since=SINCE, on=ON, limit=1)
    (second,) = proposed_moves(world, since=SINCE, on=ON, after_on=first.moved_on, after_uid=first.uid, limit=1)
    assert (first.uid, second.uid) == ("c", "b")
    assert proposed_moves(world, since=SINCE, on=ON, after_on=second.moved_on, after_uid=second.uid) == []

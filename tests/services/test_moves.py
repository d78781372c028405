"""Moves: one date on which jobs end and another begins, however many ask for it at once."""

from __future__ import annotations

from typing import Any

import pytest

from graphcrm.errors import (
    AmbiguousError,
    ChangedSinceError,
    ConflictError,
    GraphcrmError,
    InTrashError,
    InvalidDateError,
    InvalidInputError,
    NotFoundError,
)
from graphcrm.graph import Graph
from graphcrm.services import jobs, moves, trash, undo
from graphcrm.services.moves import Asked, Moved

from .conftest import MANY, at_once, do, everything, history

JOBS = (
    "MATCH (c {uid: 'ada'})-[w:WORKS_AT]->(a) RETURN a.uid, w.start, w.end, coalesce(w.primary, false) "
    "ORDER BY w.start, a.uid"
)
OPEN = "MATCH ({uid: 'ada'})-[w:WORKS_AT {primary: true}]->(a) WHERE w.end_status = 'ongoing' RETURN a.uid"


def add(graph: Graph, account: str, **values: Any) -> str:
    return do(graph, lambda change: jobs.add(change, "ada", values, account=account).uid)


def move(graph: Graph, to: str, on: str = "2024-05-17", **more: Any) -> Moved:
    return do(graph, lambda change: moves.move(change, Asked("ada", to, on, **more)))


def career(graph: Graph) -> list[tuple[Any, ...]]:
    return graph.read(JOBS, lambda *row: row)


@pytest.fixture
def world(cast: Graph) -> Graph:
    """Ada's primary job at Acme since 2020."""
    add(cast, "acme", start="2020", title="Engineer", primary=True)
    return cast


@pytest.mark.parametrize("on", ["2024", "2024-05", "2024-05-17"])
def test_a_move_is_on_one_day_as_much_as_is_known_of_it(world: Graph, on: str) -> None:
    moved = move(world, "beta", on)
    assert career(world) == [("acme", "2020", on, True), ("beta", on, None, True)]
    assert (moved.effective_on, moved.begun.account, [one.account for one in moved.ended]) == (on, "beta", ["acme"])
    assert [row[3] for row in history(world, moved.begun.uid, "move")] == [
        {"contact": "ada", "from": ["acme"], "to": "beta", "effective_on": on, "ended": [moved.ended[0].uid]}
    ]


def test_what_is_not_said_of_the_next_job_is_as_in_the_last(world: Graph) -> None:
    assert move(world, "beta").begun.props["primary"] is True
    props = move(world, "gamma", "2024-06", values={"kind": "contractor", "primary": False, "title": "CTO"}).begun.props
    assert (props["kind"], props["primary"], props["title"]) == ("contractor", False, "CTO")


@pytest.mark.parametrize(
    ("to", "more", "refusal", "field"),
    [
        ("nowhere", {}, NotFoundError, "account"),
        ("beta", {"on": "soon"}, InvalidDateError, "effective_on"),
        ("beta", {"on": "2019"}, InvalidDateError, "effective_on"),
        ("beta", {"from_job": "none"}, NotFoundError, "from_job"),
        ("beta", {"to_job": "none"}, NotFoundError, "to_job"),
        ("beta", {"from_job": "x", "to_job": "x"}, InvalidInputError, "from_job"),
        ("beta", {"values": {"kind": "boss"}}, InvalidInputError, "kind"),
        ("beta", {"values": {"title": "x" * 1_001}}, InvalidInputError, "title"),
    ],
)
def test_what_fails_halfway_leaves_nothing_behind(
    world: Graph, to: str, more: dict[str, Any], refusal: type[GraphcrmError], field: str
) -> None:
    before = everything(world)
    with pytest.raises(refusal) as caught:
        move(world, to, **more)
    assert caught.value.field == field
    assert everything(world) == before


def test_the_record_of_a_move_fails_with_it(world: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    before = everything(world)
    monkeypatch.setattr(moves, "put_move", lambda *_, **__: False)  # the last that is written
    with pytest.raises(ConflictError):
        move(world, "beta")
    assert everything(world) == before


def test_nobody_moves_to_or_out_of_the_trash(world: Graph) -> None:
    do(world, lambda change: trash.trash(change, "account", "beta"))
    with pytest.raises(InTrashError):
        move(world, "beta")
    do(world, lambda change: trash.trash(change, "contact", "ada"))
    with pytest.raises(InTrashError):
        move(world, "gamma")


def test_which_of_several_jobs_is_left_has_to_be_said(cast: Graph) -> None:
    both = [add(cast, account, start="2020") for account in ("acme", "beta")]
    add(cast, "gamma", start="2021", kind="board")
    with pytest.raises(AmbiguousError) as refusal:
        move(cast, "gamma")
    assert sorted(uid for uid, _ in refusal.value.candidates) == sorted(both)
    assert [one.account for one in move(cast, "gamma", from_job=both[1]).ended] == ["beta"]


def test_a_job_that_was_entered_before_is_taken_up_once(cast: Graph) -> None:
    first, second = (add(cast, account, start="2020") for account in ("acme", "beta"))
    new = add(cast, "gamma", start="2024-05")
    assert move(cast, "gamma", "2024-05", from_job=first, to_job=new).begun.uid == new
    before = everything(cast)
    with pytest.raises(ConflictError, match="is recorded already"):
        move(cast, "gamma", "2024-05", from_job=second, to_job=new)
    assert everything(cast) == before
    do(cast, lambda change: undo.undo_move(change, new))
    assert [one.account for one in move(cast, "gamma", "2024-05", from_job=second, to_job=new).ended] == ["beta"]


@pytest.mark.parametrize(
    ("start", "on", "begins"),
    [("2023-01", "2024-06-01", None), ("2024", "2024-06-01", "2024"), (None, "2024-06-01", "2024-06-01")],
)
def test_a_job_that_is_taken_up_begins_on_the_day_of_the_move(
    cast: Graph, start: str | None, on: str, begins: str | None
) -> None:
    first, new = add(cast, "acme", start="2020"), add(cast, "gamma", start=start)
    before = everything(cast)
    if begins is None:
        with pytest.raises(InvalidDateError) as refusal:
            move(cast, "gamma", on, from_job=first, to_job=new)
        assert (refusal.value.field, everything(cast)) == ("effective_on", before)
    else:
        assert move(cast, "gamma", on, from_job=first, to_job=new).begun.props["start"] == begins


def test_a_job_that_is_over_is_not_left(cast: Graph) -> None:
    over = add(cast, "acme", start="2020", end="2022")
    with pytest.raises(InvalidInputError, match="has ended already"):
        move(cast, "beta", from_job=over)
    assert move(cast, "beta").ended == []


def test_moves_are_undone_in_reverse(world: Graph) -> None:
    states, done = [career(world)], []
    for to, on in (("beta", "2023"), ("gamma", "2024"), ("acme", "2025")):
        done.append(move(world, to, on).begun.uid)
        states.append(career(world))
    for uid, before in zip(reversed(done), reversed(states[:-1]), strict=True):
        do(world, lambda change, uid=uid: undo.undo_move(change, uid))
        assert career(world) == before
    with pytest.raises(ChangedSinceError):
        do(world, lambda change: undo.undo_move(change, done[0]))
    with pytest.raises(NotFoundError, match="no move 'none'"):
        do(world, lambda change: undo.undo_move(change, "none"))


def test_many_moves_at_once_end_as_some_order_would(world: Graph) -> None:
    accounts = ["beta", "gamma"]
    works = [lambda n=n: move(world, accounts[n % 2], f"2024-{n % 12 + 1:02}-{n % 28 + 1:02}") for n in range(MANY)]
    done = at_once(works)
    moved = [one for one in done if isinstance(one, Moved)]
    assert moved
    assert {type(one) for one in done} <= {Moved, InvalidDateError}  # who comes before the day of another is told
    assert len(world.read(OPEN, str)) == 1
    # Each that was told so did begin a job, and ended the one that was held: a chain from Acme to who is there now.
    jobs_of = set(world.read("MATCH ()-[w:WORKS_AT]->() RETURN w.uid", str))
    assert {one.begun.uid for one in moved} < jobs_of
    assert len(jobs_of) == len(moved) + 1
    ended = [left.uid for one in moved for left in one.ended]
    assert len(ended) == len(set(ended)) == len(moved)
    assert set(world.read("MATCH (m:Move) RETURN m.uid", str)) == {one.begun.uid for one in moved}


def test_the_same_move_many_times_is_refused_but_once(world: Graph) -> None:
    done = at_once([lambda: move(world, "beta")] * MANY)
    assert sum(isinstance(one, Moved) for one in done) == 1
    assert {type(one) for one in done} == {Moved, InvalidDateError}
    assert career(world) == [("acme", "2020", "2024-05-17", True), ("beta", "2024-05-17", None, True)]

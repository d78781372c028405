from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from worlds.build import lead, user

from graphcrm.errors import ConflictError
from graphcrm.graph import Graph
from graphcrm.queries.ownership.owners import owners
from graphcrm.services import assignments, ownership
from graphcrm.services.changes import Author, Change, change

from .conftest import MANY

D = date.fromisoformat


@pytest.fixture
def pool(graph: Graph) -> Graph:
    """A lead in the pool, and many users."""
    lead(graph, "L")
    for n in range(MANY):
        user(graph, f"U{n}")
    return graph


def open_owners(graph: Graph) -> list[str]:
    return [one.user for one in owners(graph, label="Lead", uid="L") if one.end is None]


def revisions(graph: Graph) -> int:
    return graph.read("MATCH (r:Revision) RETURN count(r)", int)[0]


def at_once(count: int, work: Callable[[int], object]) -> list[object]:
    """What each of some threads comes to, all beginning together: an answer or a ConflictError."""
    ready = threading.Barrier(count)

    def run(n: int) -> object:
        ready.wait()
        try:
            return work(n)
        except ConflictError as error:
            return error

    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(run, range(count)))


def test_several_hand_overs_at_once_leave_one_owner_and_no_gap(pool: Graph):
    at_once(MANY, lambda n: change(pool, Author(), lambda it: ownership.assign(it, "lead", "L", f"U{n}")))
    assert len(open_owners(pool)) == 1
    rows = owners(pool, label="Lead", uid="L", limit=MANY + 1)
    assert len(rows) == MANY
    assert {one.end for one in rows[1:]} == {rows[0].start}


def test_a_hand_over_that_fails_half_way_leaves_the_owner_and_no_revision(pool: Graph, monkeypatch: pytest.MonkeyPatch):
    change(pool, Author(), lambda it: ownership.assign(it, "lead", "L", "U1", on=D("2024-01-01")))

    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(assignments, "create", fail)
    with pytest.raises(RuntimeError):
        change(pool, Author(), lambda it: ownership.assign(it, "lead", "L", "U2", on=D("2024-02-01")))
    assert open_owners(pool) == ["U1"]
    assert revisions(pool) == 1


def test_a_restored_user_and_a_hand_over_at_once_leave_one_owner(pool: Graph):
    from graphcrm.services import trash

    for round_ in range(3):
        change(pool, Author(), lambda it: ownership.assign(it, "lead", "L", "U1"))
        change(pool, Author(), lambda it: trash.trash(it, "user", "U1"))

        def work(n: int) -> None:
            def do(it: Change) -> None:
                trash.restore(it, "user", "U1") if n else ownership.assign(it, "lead", "L", "U2")

            change(pool, Author(), do)

        at_once(2, work)
        assert len(open_owners(pool)) == 1, round_


def test_what_an_import_left_overlapping_is_put_right_step_by_step_but_never_opened_twice(pool: Graph):
    pool.write(
        "MATCH (l:Lead), (a:User {uid: 'U1'}), (b:User {uid: 'U2'}) "
        "CREATE (l)-[:ASSIGNED_TO {uid: 'S1', rev: 1, start: date('2020-01-01'), end: date('2023-01-01')}]->(a), "
        "(l)-[:ASSIGNED_TO {uid: 'S2', rev: 1, start: date('2022-01-01')}]->(b)"
    )
    change(pool, Author(), lambda it: ownership.correct(it, "S1", {"reason": "said so"}))
    change(pool, Author(), lambda it: ownership.correct(it, "S1", {"end": "2022-06-01"}))
    with pytest.raises(ConflictError):
        change(pool, Author(), lambda it: ownership.correct(it, "S1", {"end": None}))
    change(pool, Author(), lambda it: ownership.correct(it, "S1", {"end": "2022-01-01"}))
    with pytest.raises(ConflictError):
        change(pool, Author(), lambda it: ownership.correct(it, "S1", {"end": "2022-06-01"}))


@pytest.mark.parametrize("released", [False, True])
def test_a_restored_user_gives_way_whenever_others_have_the_record(pool: Graph, released: bool):
    from graphcrm.services import trash

    change(pool, Author(), lambda it: ownership.assign(it, "lead", "L", "U1", on=D("2024-03-01")))
    change(pool, Author(), lambda it: trash.trash(it, "user", "U1"))
    change(pool, Author(), lambda it: ownership.assign(it, "lead", "L", "U2", on=D("2024-01-01")))
    if released:
        change(pool, Author(), lambda it: ownership.release(it, "lead", "L", on=D("2024-06-01")))
    change(pool, Author(), lambda it: trash.restore(it, "user", "U1"))
    spans = {one.user: (one.start, one.end) for one in owners(pool, label="Lead", uid="L")}
    assert spans["U1"] == (D("2024-03-01"), D("2024-03-01"))
    assert spans["U2"] == (D("2024-01-01"), D("2024-06-01") if released else None)

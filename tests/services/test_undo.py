"""Undo: what was is again, one change after the other, and an undo too; what was changed since stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from graphcrm.errors import ChangedSinceError, NotFoundError, StaleError
from graphcrm.graph import Graph
from graphcrm.services import assignments, jobs, links, moves, ownership, ratings, records, trash
from graphcrm.services.changes import Author, Change, change
from graphcrm.services.checks import check
from graphcrm.services.moves import Asked
from graphcrm.services.undo import undo, undo_last, undo_move

from .conftest import at_once, do, edges, everything, history, prop

FIELDS = "MATCH (n {uid: $uid}) RETURN n {.*, rev: null, updated_at: null}"
HANDLES = "MATCH ({uid: $uid})-[r:HAS_HANDLE]->(h) RETURN h.uid, r.primary ORDER BY h.uid"


def changed(graph: Graph, work: Callable[[Change], Any]) -> str:
    """The uid of the change that some work makes."""

    def named(change: Change) -> str:
        work(change)
        return change.uid

    return do(graph, named)


def state(graph: Graph, uid: str = "ada") -> list[Any]:
    return [graph.read(cypher, lambda *row: row, uid=uid) for cypher in (FIELDS, HANDLES)]


def back(graph: Graph, change: str) -> str:
    return changed(graph, lambda made: undo(made, change))


EDITS: list[dict[str, Any]] = [
    {"name": "Ada King", "birthday": "1815-12-10"},
    {"birthday": None, "hobbies": ["engines"], "x_shoe": 38},
    {"email": "ada@people.example", "phone": "+44 20"},
    {"email": "ada@work.example", "x_shoe": True},
    {"handles": [], "name": "Ada"},
]


def test_changes_are_undone_one_after_the_other_and_done_again(cast: Graph) -> None:
    states, changes = [state(cast)], []
    for values in EDITS:
        changes.append(changed(cast, lambda made, values=values: records.edit(made, "contact", "ada", values)))
        states.append(state(cast))
    undone = []
    for one, before in zip(reversed(changes), reversed(states[:-1]), strict=True):
        undone.append(back(cast, one))
        assert state(cast) == before
    for one, after in zip(reversed(undone), states[1:], strict=True):
        back(cast, one)
        assert state(cast) == after
    assert [rev for rev, *_ in history(cast, "ada")] == list(range(2, 17))
    assert prop(cast, "ada", "rev") == 16


def _job(made: Change) -> Callable[[Change], Any]:
    uid = jobs.add(made, "ada", {"start": "2020-03"}, account="acme").uid
    return lambda later: jobs.remove(later, uid)


def _link(made: Change) -> Callable[[Change], Any]:
    uid = links.add(made, "Account", "acme", "beta", "succeeded_by", {"start": "2020-03"})
    return lambda later: links.remove(later, uid)


def _assignment(made: Change) -> Callable[[Change], Any]:
    ownership.assign(made, "contact", "ada", "bob", on=date(2024, 1, 1), reason="her region")
    (one,) = assignments.of(made, ("Contact", "ada"))
    return lambda later: ownership.remove(later, one.uid)


def _rating(made: Change) -> Callable[[Change], Any]:
    ratings.rate(made, "bob", "ada", {"value": 4})
    return lambda later: ratings.unrate(later, "bob", "ada")


@pytest.mark.parametrize("author", ["bob", None])
@pytest.mark.parametrize("begin", [_job, _link, _assignment, _rating])
def test_what_was_removed_comes_back_as_recorded_then_and_by_whom(
    cast: Graph, begin: Callable[[Change], Callable[[Change], Any]], author: str | None
) -> None:
    there = "MATCH (a)-[e:WORKS_AT|SUCCEEDED_BY|ASSIGNED_TO|RATES]->(b) RETURN a.uid, b.uid, e {.*, rev: null}"
    remove = change(cast, Author(author), begin)
    before = cast.read(there, lambda *row: row)
    assert (before[0][2].get("recorded_by"), bool(before[0][2]["recorded_at"])) == (author, True)
    for _ in range(2):
        removed = changed(cast, remove)
        assert cast.read(there, lambda *row: row) == []
        undone = back(cast, removed)
        assert cast.read(there, lambda *row: row) == before
    back(cast, undone)
    assert cast.read(there, lambda *row: row) == []
    assert check(cast) == []


def test_an_undo_names_what_it_takes_back(cast: Graph) -> None:
    change = changed(cast, lambda made: records.edit(made, "contact", "ada", {"name": "Ada King"}))
    again = back(cast, change)
    assert cast.read("MATCH (r:Revision {change: $uid}) RETURN r.undoes", str, uid=again) == [change]


@pytest.mark.parametrize("number", [0, 1])
def test_what_was_changed_again_is_not_undone(cast: Graph, number: int) -> None:
    changes = [
        changed(cast, lambda made, name=name: records.edit(made, "contact", "ada", {"name": name}))
        for name in ("One", "Two", "Three")
    ]
    before = everything(cast)
    with pytest.raises(ChangedSinceError):
        back(cast, changes[number])
    assert everything(cast) == before
    back(cast, changes[2])
    with pytest.raises(ChangedSinceError):
        back(cast, changes[2])


def test_a_change_of_several_things_is_undone_whole_or_not_at_all(cast: Graph) -> None:
    def both(made: Change) -> None:
        records.edit(made, "contact", "ada", {"name": "One"})
        records.edit(made, "contact", "bo", {"name": "Two"})

    change = changed(cast, both)
    later = changed(cast, lambda made: records.edit(made, "contact", "ada", {"name": "Three"}))
    before = everything(cast)
    with pytest.raises(ChangedSinceError):
        back(cast, change)
    assert everything(cast) == before
    back(cast, later)
    back(cast, change)
    assert (prop(cast, "ada", "name"), prop(cast, "bo", "name")) == ("Ada", "Bo")


def test_a_creation_is_undone_by_the_trash(cast: Graph) -> None:
    made: list[str] = []
    change = changed(cast, lambda change: made.append(records.create(change, "lead", {"name": "Lea"})))
    undone = back(cast, change)
    assert prop(cast, made[0], "deleted_at") is not None
    back(cast, undone)
    assert prop(cast, made[0], "deleted_at") is None
    assert [row[1] for row in history(cast, made[0], "lead")] == ["create", "trash", "restore"]


def test_the_trash_is_undone(cast: Graph) -> None:
    do(cast, lambda change: jobs.add(change, "ada", {}, account="acme"))
    change = changed(cast, lambda made: trash.trash(made, "contact", "ada"))
    undone = back(cast, change)
    assert edges(cast, "WORKS_AT") == [("ada", "acme")]
    back(cast, undone)
    assert (edges(cast, "WORKS_AT"), edges(cast, "TRASHED")) == ([], [("ada", "acme")])


def test_what_was_purged_stays_so(cast: Graph) -> None:
    edit = changed(cast, lambda made: records.edit(made, "contact", "ada", {"name": "Ada King"}))
    do(cast, lambda change: trash.trash(change, "contact", "ada"))
    purge = changed(cast, lambda made: trash.purge(made, "contact", "ada"))
    with pytest.raises(NotFoundError, match="or what it did was purged"):
        back(cast, edit)
    with pytest.raises(ChangedSinceError, match="gone for ever"):
        back(cast, purge)


def test_the_last_change_of_a_record_is_found(cast: Graph) -> None:
    with pytest.raises(NotFoundError, match="Nothing is known"):
        do(cast, lambda change: undo_last(change, "Contact", "ada"))
    changed(cast, lambda made: records.edit(made, "contact", "ada", {"name": "Ada King"}))
    do(cast, lambda change: jobs.add(change, "ada", {}, account="acme"))
    do(cast, lambda change: undo_last(change, "Contact", "ada"))
    assert (edges(cast, "WORKS_AT"), prop(cast, "ada", "name")) == ([], "Ada King")


@pytest.mark.parametrize("hide", [("contact", "ada"), ("account", "acme")])
def test_a_job_whose_end_is_in_the_trash_waits_for_it(cast: Graph, hide: tuple[str, str]) -> None:
    job = do(cast, lambda change: jobs.add(change, "ada", {"title": "CTO"}, account="acme").uid)
    change = changed(cast, lambda made: jobs.correct(made, job, {"title": "CEO"}))
    do(cast, lambda change: trash.trash(change, *hide))
    with pytest.raises(ChangedSinceError):
        back(cast, change)
    do(cast, lambda change: trash.restore(change, *hide))
    back(cast, change)
    assert cast.read("MATCH ()-[w:WORKS_AT]->() RETURN w.title", str) == ["CTO"]


def test_a_job_that_was_removed_since_is_not_undone(cast: Graph) -> None:
    job = do(cast, lambda change: jobs.add(change, "ada", {"title": "CTO"}, account="acme").uid)
    change = changed(cast, lambda made: jobs.correct(made, job, {"title": "CEO"}))
    removed = changed(cast, lambda made: jobs.remove(made, job))
    with pytest.raises(ChangedSinceError):
        back(cast, change)
    back(cast, removed)
    back(cast, change)
    assert cast.read("MATCH ()-[w:WORKS_AT]->() RETURN w.title, w.rev", lambda *row: row) == [("CTO", 5)]


def test_many_undo_one_change_and_one_does(cast: Graph) -> None:
    do(cast, lambda change: jobs.add(change, "ada", {"start": "2020", "primary": True}, account="acme"))
    asked = Asked("ada", "beta", "2024-05-17")
    move = do(cast, lambda change: moves.move(change, asked).begun.uid)
    done = at_once([lambda: do(cast, lambda change: undo_move(change, move))] * 10)
    assert sorted(type(one).__name__ for one in done) == ["ChangedSinceError"] * 9 + ["NoneType"]
    assert edges(cast, "WORKS_AT") == [("ada", "acme")]
    assert cast.read("MATCH (m:Move) RETURN m.uid", str) == []


def dates(graph: Graph) -> set[tuple[str, ...]]:
    return set(graph.read("MATCH ()-[w:WORKS_AT]->() RETURN w.uid, w.start, w.end, w.kind", lambda *row: row))


def test_a_job_that_stood_beside_another_comes_back_beside_it(cast: Graph) -> None:
    first = do(cast, lambda change: jobs.add(change, "ada", {"start": "2020"}, account="acme")).uid
    do(cast, lambda change: jobs.add(change, "ada", {"start": "2021"}, account="acme", allow_overlap=True))
    before = dates(cast)
    back(cast, changed(cast, lambda change: jobs.remove(change, first)))
    assert dates(cast) == before
    other = do(cast, lambda change: jobs.add(change, "ada", {"start": "2010", "end": "2015"}, account="acme")).uid
    into = changed(cast, lambda change: jobs.correct(change, other, {"end": "2022"}, allow_overlap=True))
    after = dates(cast)
    back(cast, back(cast, into))
    assert dates(cast) == after


def test_a_removed_job_of_no_kind_has_none_when_it_comes_back(cast: Graph) -> None:
    job = do(cast, lambda change: jobs.add(change, "ada", {"start": "2020"}, account="acme")).uid
    do(cast, lambda change: jobs.correct(change, job, {"kind": None}))
    back(cast, changed(cast, lambda change: jobs.remove(change, job)))
    assert cast.read("MATCH ()-[w:WORKS_AT]->() RETURN w.kind", lambda kind: kind) == [None]


def test_what_was_done_in_an_earlier_life_is_not_later(cast: Graph) -> None:
    do(cast, lambda change: trash.trash(change, "contact", "ada"))
    do(cast, lambda change: trash.purge(change, "contact", "ada"))
    do(cast, lambda change: records.create(change, "contact", {"name": "Ada"}, uid="ada"))
    back(cast, changed(cast, lambda change: records.edit(change, "contact", "ada", {"name": "Bo"})))
    assert prop(cast, "ada", "name") == "Ada"


def test_the_last_change_is_that_of_the_revision_that_was_seen(cast: Graph) -> None:
    do(cast, lambda change: records.edit(change, "contact", "ada", {"name": "Bo"}))
    with pytest.raises(StaleError):
        do(cast, lambda change: undo_last(change, "Contact", "ada"), expected=1)
    do(cast, lambda change: undo_last(change, "Contact", "ada"), expected=2)
    assert prop(cast, "ada", "name") == "Ada"

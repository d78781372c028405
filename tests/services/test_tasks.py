from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from worlds.build import contact, lead, user

from graphcrm.access import Module, Reader, Role, Rows, Scope
from graphcrm.errors import ForbiddenError, GraphcrmError, InTrashError, InvalidInputError, NotFoundError, StaleError
from graphcrm.graph import Graph
from graphcrm.queries.tasks.task import Task
from graphcrm.queries.tasks.task import task as one_task
from graphcrm.services import conversion, ownership, records, tasks, trash, undo
from graphcrm.services.about import MOST
from graphcrm.services.changes import Author, Change, change
from graphcrm.services.checks import check
from graphcrm.services.conversion import Asked
from graphcrm.services.tasks import due_again

from .conftest import do, history

TODAY = datetime.now(UTC).date()


def make(graph: Graph, **values: Any) -> str:
    """A task of Alice's."""
    return do(graph, lambda made: tasks.create(made, {"name": "Call Ada", **values}))


def last_change(graph: Graph) -> str:
    (found,) = graph.read("MATCH (r:Revision) RETURN r.change ORDER BY r.uid DESC LIMIT 1", str)
    return found


def all_of(graph: Graph) -> list[Task]:
    uids = graph.read("MATCH (t:Task) WHERE t.deleted_at IS NULL RETURN t.uid ORDER BY t.due_on, t.uid", str)
    return [one_task(graph, uid=uid) for uid in uids]


def test_a_task_is_of_who_makes_it_and_about_records(cast: Graph) -> None:
    lead(cast, "lea")
    uid = make(cast, due_on="2030-05-01", due_time="09:30", contacts=["bo", "ada"], accounts=["acme"], leads=["lea"])
    found = one_task(cast, uid=uid)
    assert (found.owner, found.status, found.due_on, found.due_time) == (
        ["alice", "Alice"], "open", date(2030, 5, 1), "09:30",
    )  # fmt: skip
    assert [one[:2] for one in found.about] == [
        ["account", "acme"], ["contact", "ada"], ["contact", "bo"], ["lead", "lea"],
    ]  # fmt: skip
    assert history(cast, uid, "task")[0][3] == {
        "status": "open", "name": "Call Ada", "due_on": "2030-05-01", "due_time": "09:30", "accounts": ["acme"],
        "contacts": ["ada", "bo"], "leads": ["lea"],
    }  # fmt: skip
    assert check(cast) == []


def test_what_it_is_about_is_changed_and_undone(cast: Graph) -> None:
    uid = make(cast, contacts=["ada"])
    do(cast, lambda made: tasks.edit(made, uid, {"contacts": ["bo"], "accounts": ["acme"]}))
    assert [one[1] for one in one_task(cast, uid=uid).about] == ["acme", "bo"]
    do(cast, lambda made: undo.undo(made, last_change(cast)))
    assert [one[1] for one in one_task(cast, uid=uid).about] == ["ada"]
    do(cast, lambda made: tasks.edit(made, uid, {"contacts": None}))
    assert one_task(cast, uid=uid).about == []
    assert check(cast) == []


@pytest.mark.parametrize(
    ("values", "error", "field"),
    [
        ({"name": ""}, InvalidInputError, "name"),
        ({"due_time": "25:00"}, InvalidInputError, "due_time"),
        ({"due_on": "soon"}, InvalidInputError, "due_on"),
        ({"repeats": "fortnight"}, InvalidInputError, "repeats"),
        ({"every": 0}, InvalidInputError, "every"),
        ({"series": "x"}, InvalidInputError, "series"),
        ({"handles": []}, InvalidInputError, "handles"),
        ({"team": "East"}, InvalidInputError, "team"),
        ({"contacts": ["nobody"]}, NotFoundError, "contact"),
        ({"contacts": [f"c{n}" for n in range(101)]}, InvalidInputError, "contacts"),
    ],
)
def test_what_is_wrong_makes_nothing(
    cast: Graph, values: dict[str, Any], error: type[GraphcrmError], field: str
) -> None:
    with pytest.raises(error) as refused:
        make(cast, **values)
    assert refused.value.field == field
    assert all_of(cast) == []


def test_a_contact_is_about_nobody(cast: Graph) -> None:
    with pytest.raises(InvalidInputError):
        do(cast, lambda made: records.edit(made, "contact", "ada", {"contacts": ["bo"]}))


def test_what_is_in_the_trash_is_no_task_s_and_comes_back_to_it(cast: Graph) -> None:
    uid = make(cast, contacts=["ada", "bo"])
    do(cast, lambda made: trash.trash(made, "contact", "ada"))
    assert [one[1] for one in one_task(cast, uid=uid).about] == ["bo"]
    with pytest.raises(InTrashError):
        make(cast, contacts=["ada"])
    do(cast, lambda made: tasks.edit(made, uid, {"contacts": []}))
    do(cast, lambda made: trash.restore(made, "contact", "ada"))
    assert [one[1] for one in one_task(cast, uid=uid).about] == ["ada"]
    do(cast, lambda made: trash.trash(made, "task", uid))
    do(cast, lambda made: trash.purge(made, "task", uid))
    assert check(cast) == []


def test_a_task_that_is_done_says_when_and_may_be_opened_again(cast: Graph) -> None:
    uid = make(cast)
    assert do(cast, lambda made: tasks.edit(made, uid, {"status": "done", "outcome": "Agreed."})) is None
    found = one_task(cast, uid=uid)
    assert (found.status, found.outcome) == ("done", "Agreed.")
    assert found.done_at is not None
    assert found.done_at.date() == TODAY
    do(cast, lambda made: tasks.edit(made, uid, {"status": "open"}))
    assert one_task(cast, uid=uid).done_at is None
    with pytest.raises(InvalidInputError):
        do(cast, lambda made: tasks.edit(made, uid, {"status": None}))
    with pytest.raises(StaleError):
        do(cast, lambda made: tasks.edit(made, uid, {"status": "done"}), expected=1)


def test_one_that_repeats_is_due_again_once_and_an_undo_takes_both_back(cast: Graph) -> None:
    due = TODAY + timedelta(days=3)
    uid = make(cast, due_on=due.isoformat(), repeats="week", every=2, contacts=["ada"], description="Ask for news")
    do(cast, lambda made: ownership.assign(made, "task", uid, "bob"))
    again = do(cast, lambda made: tasks.edit(made, uid, {"status": "done"}))
    assert again is not None
    found = one_task(cast, uid=again)
    assert (found.due_on, found.status, found.series, found.owner, found.description) == (
        due + timedelta(weeks=2), "open", uid, ["bob", "Bob"], "Ask for news",
    )  # fmt: skip
    assert [one[1] for one in found.about] == ["ada"]
    third = do(cast, lambda made: tasks.edit(made, again, {"status": "done"}))
    assert third is not None
    assert one_task(cast, uid=third).series == uid
    do(cast, lambda made: undo.undo(made, last_change(cast)))
    assert [(one.uid, one.status) for one in all_of(cast)] == [(uid, "done"), (again, "open")]
    assert do(cast, lambda made: tasks.edit(made, again, {"status": "dropped"})) is None
    assert check(cast) == []


@pytest.mark.parametrize(
    ("first", "due", "period", "every", "today", "expected"),
    [
        ("2026-01-31", "2026-01-31", "month", 1, "2026-01-15", "2026-02-28"),
        ("2026-01-31", "2026-02-28", "month", 1, "2026-02-28", "2026-03-31"),
        ("2024-02-29", "2024-02-29", "year", 1, "2024-03-01", "2025-02-28"),
        ("2024-02-29", "2027-02-28", "year", 1, "2027-03-01", "2028-02-29"),
        ("2026-05-04", "2026-05-04", "day", 3, "2026-05-20", "2026-05-22"),
        ("2026-05-04", "2026-05-04", "week", 1, "2026-04-01", "2026-05-11"),
        ("2026-05-04", "2026-05-10", "week", 1, "2026-05-10", "2026-05-11"),
    ],
)
def test_it_is_due_again_behind_its_day_and_behind_today(
    first: str, due: str, period: str, every: int, today: str, expected: str
) -> None:
    days = (date.fromisoformat(day) for day in (first, due))
    assert due_again(*days, period, every, date.fromisoformat(today)) == date.fromisoformat(expected)


REP: Rows = {"task": {"read": Scope.ALL, "edit": Scope.OWN, "assign": Scope.OWN}, "contact": {"read": Scope.OWN},
             "user": {"read": Scope.ALL}}  # fmt: skip


def test_somebody_else_s_task_is_theirs_to_finish(cast: Graph) -> None:
    uid = make(cast)
    bob = Author("bob", reader=Reader("bob", Role("rep", REP, frozenset(Module))))
    with pytest.raises(ForbiddenError):
        change(cast, bob, lambda made: tasks.edit(made, uid, {"status": "done"}))
    mine = change(cast, bob, lambda made: tasks.create(made, {"name": "Write", "contacts": ["ada"]}))
    assert one_task(cast, uid=mine).owner == ["bob", "Bob"]


def test_open_tasks_go_along_when_a_lead_is_converted(cast: Graph) -> None:
    lead(cast, "lea", "Lea"), user(cast, "cleo")
    still, over = make(cast, leads=["lea"], contacts=["ada"]), make(cast, leads=["lea"], status="done")

    def work(made: Change) -> str:
        return conversion.convert(made, "lea", Asked()).contact

    became = do(cast, work)
    assert {one[1] for one in one_task(cast, uid=still).about} == {"ada", became}
    assert [one[1] for one in one_task(cast, uid=over).about] == ["lea"]
    do(cast, lambda made: undo.undo(made, last_change(cast)))
    assert {one[1] for one in one_task(cast, uid=still).about} == {"ada", "lea"}
    assert check(cast) == []


def test_what_repeats_is_due_on_a_day(cast: Graph) -> None:
    with pytest.raises(InvalidInputError, match="due on a day first") as refused:
        make(cast, repeats="week")
    assert refused.value.field == "due_on"
    uid = make(cast, repeats="week", due_on="2030-01-01")
    with pytest.raises(InvalidInputError, match="due on a day first"):
        do(cast, lambda made: tasks.edit(made, uid, {"due_on": None}))
    do(cast, lambda made: tasks.edit(made, uid, {"due_on": None, "repeats": None}))


def test_the_next_is_no_record_of_another_system_and_none_comes_behind_the_last_year(cast: Graph) -> None:
    uid = make(cast, repeats="week", due_on="2030-01-01")
    cast.write("MATCH (t:Task {uid: $uid}) SET t.external_id = 'X1', t.source = 'other'", uid=uid)
    do(cast, lambda made: tasks.edit(made, uid, {"status": "done"}))
    assert [(one.external_id, one.source) for one in all_of(cast)] == [("X1", "other"), (None, None)]
    last = make(cast, name="Last", repeats="year", every=999, due_on="2030-01-01")
    assert do(cast, lambda made: tasks.edit(made, last, {"status": "done"})) is None


def test_an_undo_brings_back_what_who_asks_does_not_see(cast: Graph) -> None:
    contact(cast, "eve"), contact(cast, "dan")
    uid = make(cast, contacts=["eve"])
    do(cast, lambda made: tasks.edit(made, uid, {"contacts": ["dan"]}))
    undone = last_change(cast)
    cast.write("MATCH (c:Contact {uid: 'eve'}) SET c.owner = 'bob'")
    blind = Reader("alice", Role("rep", REP, frozenset(Module)))
    change(cast.seen_by(blind.sight), Author("alice", reader=blind), lambda made: undo.undo(made, undone))
    assert one_task(cast, uid=uid).of("contact") == ["eve"]
    unseen = {"contacts": ["eve", "dan"]}
    with pytest.raises(NotFoundError):
        change(cast.seen_by(blind.sight), Author("alice", reader=blind), lambda made: tasks.edit(made, uid, unseen))


def test_it_is_about_a_hundred_at_most_all_fields_counted(cast: Graph) -> None:
    people = [contact(cast, f"p{n}") for n in range(MOST)]
    lead(cast, "lea", "Lea")
    uid = make(cast, contacts=people)
    with pytest.raises(InvalidInputError, match="100 records at most"):
        do(cast, lambda made: tasks.edit(made, uid, {"leads": ["lea"]}))
    do(cast, lambda made: tasks.edit(made, uid, {"contacts": people[1:], "leads": ["lea"]}))
    cast.write("MATCH (t:Task), (c:Contact {uid: 'p0'}) CREATE (t)-[:ABOUT]->(c)")  # as an import may have left it
    do(cast, lambda made: tasks.edit(made, uid, {"status": "done"}))
    do(cast, lambda made: tasks.edit(made, uid, {"status": "open"}))
    became = do(cast, lambda made: conversion.convert(made, "lea", Asked()).contact)
    assert became in one_task(cast, uid=uid).of("contact")

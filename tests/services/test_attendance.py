from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from worlds.build import campaign, contact, lead, owned

from graphcrm.access import SHIPPED, Reader
from graphcrm.errors import ForbiddenError, GraphcrmError, InTrashError, InvalidInputError, NotFoundError, StaleError
from graphcrm.graph import Graph
from graphcrm.services import attendance, conversion, trash, undo
from graphcrm.services.changes import Author, Change, change
from graphcrm.services.checks import check
from graphcrm.services.conversion import Asked

from .conftest import at_once, do, history

ADA, BO, LEA = ("Contact", "ada"), ("Contact", "bo"), ("Lead", "lea")
TODAY = datetime.now(UTC).date()


@pytest.fixture
def fair(cast: Graph) -> Graph:
    """The fair, which is Alice's, and the lead Lea."""
    campaign(cast, "fair"), owned(cast, "fair", "alice")
    lead(cast, "lea")
    return cast


def put(graph: Graph, *people: tuple[str, str], **values: Any) -> int:
    return do(graph, lambda made: attendance.put(made, "fair", people or (ADA,), {"status": "invited", **values}))


def said(graph: Graph) -> dict[str, tuple[str, date, int]]:
    rows = graph.read(
        "MATCH (p)-[t:ATTENDS]->(:Campaign {uid: 'fair'}) RETURN p.uid, t.status, t.on, t.rev", lambda *row: row
    )
    return {uid: (status, on, rev) for uid, status, on, rev in rows}


def last(graph: Graph) -> str:
    (found,) = graph.read("MATCH (r:Revision) RETURN r.change ORDER BY r.uid DESC LIMIT 1", str)
    return found


def test_several_are_put_down_at_once_and_what_is_so_already_stays(fair: Graph) -> None:
    assert put(fair, ADA, LEA, ADA) == 2
    assert said(fair) == {"ada": ("invited", TODAY, 1), "lea": ("invited", TODAY, 1)}
    assert put(fair, ADA, BO, on="2024-04-01") == 2
    assert said(fair)["ada"] == ("invited", date(2024, 4, 1), 2)
    assert put(fair, ADA) == 0
    assert put(fair, ADA, status="attended") == 1
    assert said(fair)["ada"] == ("attended", TODAY, 3)
    assert check(fair) == []


def test_it_is_in_the_history_of_both_and_one_undo_takes_all_of_it_back(fair: Graph) -> None:
    put(fair, ADA, BO)
    (entry,) = history(fair, attendance_uid(fair, "ada"), "attendance")
    assert entry[1] == "create"
    on = fair.read("MATCH (r:Revision {kind: 'attendance'})-[:ON]->(h) RETURN DISTINCT h.uid ORDER BY h.uid", str)
    assert on == ["Campaign fair", "Contact ada", "Contact bo"]
    put(fair, ADA, BO, status="no_show", on="2024-05-01")
    do(fair, lambda made: undo.undo(made, last(fair)))
    assert {uid: status for uid, (status, *_rest) in said(fair).items()} == {"ada": "invited", "bo": "invited"}
    (first,) = fair.read("MATCH (r:Revision {action: 'create', kind: 'attendance'}) RETURN DISTINCT r.change", str)
    do(fair, lambda made: undo.undo(made, last(fair)))  # the undo itself, so that nothing stands since ...
    do(fair, lambda made: undo.undo(made, last(fair)))
    do(fair, lambda made: undo.undo(made, first))
    assert said(fair) == {}
    assert check(fair) == []


def attendance_uid(graph: Graph, person: str) -> str:
    (uid,) = graph.read("MATCH ({uid: $person})-[t:ATTENDS]->() RETURN t.uid", str, person=person)
    return uid


def test_who_is_taken_out_comes_back_as_they_were(fair: Graph) -> None:
    put(fair, ADA, BO, on="2024-04-01")
    assert do(fair, lambda made: attendance.drop(made, "fair", [ADA, LEA])) == 1
    assert said(fair).keys() == {"bo"}
    do(fair, lambda made: undo.undo(made, last(fair)))
    assert said(fair)["ada"][:2] == ("invited", date(2024, 4, 1))
    do(fair, lambda made: attendance.drop(made, "fair", [ADA]))
    assert put(fair, ADA) == 1  # its revisions go on
    assert said(fair)["ada"][2] > 2
    assert check(fair) == []


@pytest.mark.parametrize(
    ("people", "values", "error", "field"),
    [
        ([], {}, InvalidInputError, "contacts"),
        ([ADA], {"status": None}, InvalidInputError, "status"),
        ([ADA], {"status": "late"}, InvalidInputError, "status"),
        ([ADA], {"on": "soon"}, GraphcrmError, "on"),
        ([ADA], {"on": TODAY + timedelta(days=2)}, InvalidInputError, "on"),
        ([ADA], {"on": "9998-12-31"}, InvalidInputError, "on"),
        ([ADA], {"rev": 7}, InvalidInputError, "rev"),
        ([ADA, ("Contact", "none")], {}, NotFoundError, "contact"),
        ([ADA, *(("Contact", f"c{n}") for n in range(attendance.MOST))], {}, InvalidInputError, "contacts"),
    ],
)
def test_what_cannot_be_is_refused_and_nobody_is_put_down(
    fair: Graph, people: list[tuple[str, str]], values: dict[str, Any], error: type[GraphcrmError], field: str
) -> None:
    with pytest.raises(error) as refused:
        do(fair, lambda made: attendance.put(made, "fair", people, {"status": "invited", **values}))
    assert refused.value.field == field
    assert said(fair) == {}


def test_who_is_in_the_trash_is_not_put_down_and_comes_back_with_what_was_said(fair: Graph) -> None:
    put(fair, ADA)
    do(fair, lambda made: trash.trash(made, "contact", "ada"))
    assert said(fair) == {}
    with pytest.raises(InTrashError):
        put(fair, ADA)
    do(fair, lambda made: trash.restore(made, "contact", "ada"))
    assert said(fair).keys() == {"ada"}
    do(fair, lambda made: trash.trash(made, "campaign", "fair"))
    assert said(fair) == {}
    do(fair, lambda made: trash.restore(made, "campaign", "fair"))
    assert said(fair).keys() == {"ada"}
    do(fair, lambda made: trash.trash(made, "contact", "ada"))
    do(fair, lambda made: trash.purge(made, "contact", "ada"))
    assert fair.read("MATCH (r:Revision {kind: 'attendance'}) RETURN r.uid", str) == []
    assert check(fair) == []


def test_whoever_may_edit_the_campaign_says_who_comes_of_those_whom_they_see(fair: Graph) -> None:
    contact(fair, "cy", owner="zoe")
    alice, bob = (Author(uid, reader=Reader(uid, SHIPPED["rep"])) for uid in ("alice", "bob"))
    change(fair, alice, lambda made: attendance.put(made, "fair", [ADA], {"status": "invited"}))
    with pytest.raises(ForbiddenError):
        change(fair, bob, lambda made: attendance.put(made, "fair", [BO], {"status": "invited"}))
    with pytest.raises(NotFoundError):
        change(fair, alice, lambda made: attendance.put(made, "fair", [("Contact", "cy")], {"status": "invited"}))
    assert said(fair).keys() == {"ada"}


def test_a_lead_that_is_converted_keeps_what_was_said_of_it(fair: Graph) -> None:
    put(fair, LEA)
    do(fair, lambda made: conversion.convert(made, "lea", Asked(no_account=True)))
    assert said(fair).keys() == {"lea"}
    assert check(fair) == []


def test_of_many_who_put_one_down_at_once_one_writes(fair: Graph) -> None:
    done = at_once(lambda: put(fair, ADA) for _ in range(8))
    assert sorted(done, key=str) == [0] * 7 + [1]
    assert said(fair)["ada"][2] == 1


@pytest.mark.parametrize("status", ["attended", "no_show"])
def test_nobody_has_come_to_what_is_still_to_come(fair: Graph, status: str) -> None:
    fair.write("MATCH (g:Campaign) SET g.start_on = $day", day=TODAY + timedelta(days=2))
    with pytest.raises(InvalidInputError) as refused:
        put(fair, status=status)
    assert refused.value.field == "status"
    assert put(fair, status="registered") == 1
    fair.write("MATCH (g:Campaign) SET g.start_on = $day", day=TODAY + timedelta(days=1))  # today somewhere
    assert put(fair, status=status, on=TODAY + timedelta(days=1)) == 1


def test_a_campaign_that_somebody_changed_is_not_at_the_revision_that_is_expected(fair: Graph) -> None:
    fair.write("MATCH (g:Campaign) SET g.rev = 3")

    def work(made: Change) -> int:
        return attendance.put(made, "fair", [ADA], {"status": "invited"})

    with pytest.raises(StaleError):
        change(fair, Author("alice"), work, expected=2)
    assert said(fair) == {}
    assert change(fair, Author("alice"), work, expected=3) == 1
    with pytest.raises(StaleError):
        change(fair, Author("alice"), lambda made: attendance.drop(made, "fair", [ADA]), expected=2)
    assert said(fair).keys() == {"ada"}

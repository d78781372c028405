from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from worlds.build import lead, opportunity

from graphcrm.access import ACTIONS, Module, Reader, Role, Scope
from graphcrm.errors import ForbiddenError, GraphcrmError, InvalidInputError, NotFoundError
from graphcrm.graph import Graph
from graphcrm.queries.tasks.task import task as one_task
from graphcrm.services import undo
from graphcrm.services.changes import Author, Change, change
from graphcrm.services.logged import Logged, log

from .conftest import do


def counted(graph: Graph) -> tuple[int, int]:
    (events,) = graph.read("MATCH ()-[i:INTERACTED_WITH]->() RETURN count(i)", int)
    (tasks,) = graph.read("MATCH (t:Task) WHERE t.deleted_at IS NULL RETURN count(t)", int)
    return events, tasks


def test_what_comes_next_is_a_task_about_those_who_took_part(cast: Graph) -> None:
    lead(cast, "lea")
    opportunity(cast, "deal", "acme")
    done = do(
        cast,
        lambda made: log(
            made,
            {"at": "2024-05-01", "contacts": ["ada", "bo"], "leads": ["lea"]},
            {"name": "Send the offer", "due_on": "2030-05-01", "opportunities": ["deal"], "accounts": ["acme"]},
        ),
    )
    assert done.task
    found = one_task(cast, uid=done.task)
    assert (found.name, found.due_on, found.owner) == ("Send the offer", date(2030, 5, 1), ["alice", "Alice"])
    assert {one[1] for one in found.about} == {"ada", "bo", "lea", "deal", "acme"}


def test_one_undo_takes_both_back(cast: Graph) -> None:
    do(cast, lambda made: log(made, {"at": "2024-05-01", "contacts": ["ada"]}, {"name": "Call"}))
    assert counted(cast) == (1, 1)
    (last,) = cast.read("MATCH (r:Revision) RETURN r.change ORDER BY r.uid DESC LIMIT 1", str)
    do(cast, lambda made: undo.undo(made, last))
    assert counted(cast) == (0, 0)


@pytest.mark.parametrize("step", [None, {}, {"name": None, "due_on": None}, {"accounts": ["acme"]}])
def test_without_a_step_there_is_no_task(cast: Graph, step: dict[str, Any] | None) -> None:
    done = do(cast, lambda made: log(made, {"at": "2024-05-01", "contacts": ["ada"]}, step))
    assert done == Logged(done.interaction, None)
    assert counted(cast) == (1, 0)


@pytest.mark.parametrize(
    ("values", "step", "error", "field"),
    [
        ({}, {"due_on": "2030-05-01"}, InvalidInputError, "next_step.name"),
        ({}, {"name": "Call", "due_on": "soon"}, GraphcrmError, "next_step.due_on"),
        ({}, {"name": "Call", "accounts": ["none"]}, NotFoundError, "next_step.account"),
        ({"contacts": []}, {"name": "Call"}, InvalidInputError, "contacts"),
    ],
)
def test_what_is_refused_leaves_neither(
    cast: Graph, values: dict[str, Any], step: dict[str, Any], error: type[GraphcrmError], field: str
) -> None:
    with pytest.raises(error) as refused:
        do(cast, lambda made: log(made, {"at": "2024-05-01", "contacts": ["ada"], **values}, step))
    assert refused.value.field == field
    assert counted(cast) == (0, 0)


def test_who_may_make_no_task_logs_none_and_is_told(cast: Graph) -> None:
    role = Role(
        "logger", dict.fromkeys(("contact", "user"), dict.fromkeys(ACTIONS, Scope.ALL)), frozenset({Module.LOG})
    )
    author = Author("alice", reader=Reader("alice", role))

    def work(made: Change) -> Logged:
        return log(made, {"at": "2024-05-01", "contacts": ["ada"]}, {"name": "Call"})

    with pytest.raises(ForbiddenError):
        change(cast, author, work)
    assert counted(cast) == (0, 0)


@pytest.mark.parametrize(("step", "people"), [({}, 100), ({"accounts": ["acme"]}, 99)])
def test_of_more_people_than_a_task_has_room_for_it_is_about_the_first(
    cast: Graph, step: dict[str, Any], people: int
) -> None:
    uids = [f"p{n:03}" for n in range(101)]
    cast.write("UNWIND $uids AS uid CREATE (:Contact {uid: uid, name: uid, rev: 1})", uids=uids[::-1])
    lead(cast, "lea")
    given = {"at": "2024-05-01", "contacts": uids, "leads": ["lea"]}
    done = do(cast, lambda made: log(made, given, {"name": "Write to them", **step}))
    assert done.task
    about = cast.read("MATCH (:Task)-[:ABOUT]->(n) RETURN n.uid ORDER BY n.uid", str)
    assert about == [*step.get("accounts", []), *uids[:people]]

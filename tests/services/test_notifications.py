from __future__ import annotations

from typing import Any

import pytest
from worlds.build import contact, lead

from graphcrm.graph import Graph
from graphcrm.queries.notifications.notifications import notifications
from graphcrm.services import ownership, records, tasks, trash, undo
from graphcrm.services.changes import Author, change

from .conftest import do


def told(graph: Graph, user: str) -> list[tuple[str, str | None, str | None]]:
    return [(one.kind, one.by, one.name) for one in notifications(graph, user=user)]


def last_change(graph: Graph) -> str:
    return graph.read("MATCH (r:Revision) RETURN r.change ORDER BY r.uid DESC LIMIT 1", str)[0]


@pytest.fixture
def eve(cast: Graph) -> Graph:
    contact(cast, "eve", "Eve")
    return cast


def test_whoever_is_given_a_record_is_told_and_whoever_had_it(eve: Graph) -> None:
    do(eve, lambda made: ownership.assign(made, "contact", "eve", "bob"))
    assert told(eve, "bob") == [("assigned", "alice", "Eve")]
    do(eve, lambda made: ownership.assign(made, "contact", "eve", "alice"))
    assert told(eve, "bob") == [("released", "alice", "Eve"), ("assigned", "alice", "Eve")]
    assert told(eve, "alice") == []  # nobody is told what they did themselves
    change(eve, Author(), lambda made: ownership.release(made, "contact", "eve"))
    assert told(eve, "alice") == [("released", None, "Eve")]


def test_an_undo_takes_the_word_back_and_says_none(eve: Graph) -> None:
    do(eve, lambda made: ownership.assign(made, "contact", "eve", "bob"))
    do(eve, lambda made: undo.undo(made, last_change(eve)))
    assert told(eve, "bob") == []


def test_a_task_that_is_given_and_due_again_is_told_once(cast: Graph) -> None:
    uid = do(cast, lambda made: tasks.create(made, {"name": "Call", "due_on": "2030-01-01", "repeats": "week"}))
    assert told(cast, "alice") == []
    do(cast, lambda made: ownership.assign(made, "task", uid, "bob"))
    do(cast, lambda made: tasks.edit(made, uid, {"status": "done"}))
    assert told(cast, "bob") == [("assigned", "alice", "Call"), ("assigned", "alice", "Call")]


def test_what_is_erased_is_not_told_of(cast: Graph) -> None:
    lead(cast, "lea", "Lea")

    def gone(made: Any) -> None:
        trash.trash(made, "lead", "lea")
        trash.purge(made, "lead", "lea")

    do(cast, lambda made: ownership.assign(made, "lead", "lea", "bob"))
    assert [kind for kind, *_ in told(cast, "bob")] == ["assigned"]
    do(cast, gone)
    assert cast.read("MATCH (n:Notification) RETURN n.uid", str) == []
    assert records.LABELS["lead"] == "Lead"

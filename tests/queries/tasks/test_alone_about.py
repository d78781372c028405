from __future__ import annotations

from worlds.build import contact

from graphcrm.graph import Graph
from graphcrm.queries.changes.set_aside import set_aside
from graphcrm.queries.tasks.alone_about import Alone, alone_about

from .conftest import Put


def test_tasks_that_are_about_no_other_person_are_found(graph: Graph, put: Put) -> None:
    contact(graph, "bo")
    put("t1", "ada", rev=3), put("t2", "ada", "acme"), put("t3", "ada", "bo"), put("t4", "ada", "lea"), put("t5", "bo")
    put("t6", "lea", "acme"), put("t7", "ada", "bo"), put("t8", "ada"), put("t9")
    set_aside(graph, label="Contact", uid="bo")  # who may come back
    set_aside(graph, label="Task", uid="t8")
    assert alone_about(graph, label="Contact", uid="ada") == [Alone("t8", 1)]  # nobody is in the trash
    set_aside(graph, label="Contact", uid="ada")
    assert alone_about(graph, label="Contact", uid="ada") == [Alone("t1", 3), Alone("t2", 1), Alone("t8", 1)]
    set_aside(graph, label="Lead", uid="lea")
    assert alone_about(graph, label="Lead", uid="lea") == [Alone("t6", 1)]
    assert alone_about(graph, label="Account", uid="acme") == alone_about(graph, label="Lead", uid="ada") == []

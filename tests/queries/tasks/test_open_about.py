from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.tasks.open_about import open_about

from .conftest import Put


def test_the_open_tasks_of_a_lead_are_named(graph: Graph, put: Put) -> None:
    put("b", "lea"), put("a", "lea", "ada"), put("done", "lea", status="done"), put("other", "ada")
    assert open_about(graph, lead="lea") == ["a", "b"]
    assert open_about(graph, lead="lea", limit=1) == ["a"]

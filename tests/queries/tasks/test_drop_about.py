from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.tasks.drop_about import drop_about

from .conftest import Put
from .test_put_about import ABOUT


def test_what_is_dropped_is_gone_and_the_rest_stays(graph: Graph, put: Put) -> None:
    put("t", "ada", "acme")
    assert drop_about(graph, rows=[{"task": "t", "label": "Contact", "record": "ada"}]) == 1
    assert graph.read(ABOUT, lambda *row: row) == [("t", "acme")]
    assert drop_about(graph, rows=[{"task": "t", "label": "Contact", "record": "acme"}]) == 0

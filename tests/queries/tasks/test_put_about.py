from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.tasks.put_about import put_about

from .conftest import Put

ABOUT = "MATCH (t:Task)-[:ABOUT]->(n) RETURN t.uid, n.uid ORDER BY n.uid"


def test_a_task_is_about_a_record_once(graph: Graph, put: Put) -> None:
    put("t")
    rows = [
        {"task": "t", "label": label, "record": uid}
        for label, uid in (("Account", "acme"), ("Contact", "ada"), ("Lead", "lea"))
    ]
    assert put_about(graph, rows=rows) == put_about(graph, rows=rows) == 3
    assert graph.read(ABOUT, lambda *row: row) == [("t", "acme"), ("t", "ada"), ("t", "lea")]
    assert put_about(graph, rows=[{"task": "t", "label": "Contact", "record": "none"}]) == 0

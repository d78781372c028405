from __future__ import annotations

from worlds.build import contract, order

from graphcrm.graph import Graph
from graphcrm.queries.checks.put_kept import put_kept


def test_it_is_put_on_that_of_the_label_alone(graph: Graph) -> None:
    contract(graph, "n"), order(graph, "n")
    assert put_kept(graph, rows=[{"label": "Order", "uid": "n", "props": {"due": "2024-01-01"}}]) == 1
    assert graph.read("MATCH (n) WHERE n.due IS NOT NULL RETURN labels(n)[0], n.due, n.rev ORDER BY 1", lambda *x: x) == [
        ("Contract", "~", 1), ("Order", "2024-01-01", 1)
    ]  # fmt: skip
    assert put_kept(graph, rows=[{"label": "Order", "uid": "none", "props": {"due": "2024-01-01"}}]) == 0

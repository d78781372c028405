from __future__ import annotations

from worlds.build import contact

from graphcrm.graph import Graph
from graphcrm.queries.checks.erase_handles import erase_handles


def test_only_a_handle_that_nobody_has_is_erased(graph: Graph) -> None:
    contact(graph, "C1", email="a@x.example")
    graph.write("CREATE (:Handle {uid: 'phone:1', kind: 'phone', value: '1'})")
    assert erase_handles(graph, uids=["email:a@x.example", "phone:1", "phone:2"]) == 1
    assert graph.read("MATCH (h:Handle) RETURN h.uid", str) == ["email:a@x.example"]

from __future__ import annotations

from worlds.build import contact

from graphcrm.graph import Graph
from graphcrm.queries.checks.idle_handles import idle_handles


def test_a_handle_that_nobody_has_is_named_and_one_set_aside_is_not(graph: Graph) -> None:
    contact(graph, "C1", email="a@x.example")
    contact(graph, "C2", email="b@x.example")
    assert idle_handles(graph, limit=10) == []
    graph.write("MATCH ({uid: 'C1'})-[r:HAS_HANDLE]->() DELETE r")
    graph.write("MATCH (c {uid: 'C2'})-[r:HAS_HANDLE]->(h) CREATE (c)-[:TRASHED {type: 'HAS_HANDLE'}]->(h) DELETE r")
    assert [one.where for one in idle_handles(graph, limit=10)] == [["email:a@x.example"]]

from __future__ import annotations

from worlds.build import contact

from graphcrm.graph import Graph
from graphcrm.queries.checks.double_about import double_about


def test_what_is_said_twice_is_named(graph: Graph) -> None:
    contact(graph, "C1"), contact(graph, "C2")
    graph.write("MATCH (c:Contact) CREATE (:Task {uid: 'T' + c.uid})-[:ABOUT]->(c)")
    graph.write("MATCH (c:Contact {uid: 'C1'}), (t:Task {uid: 'TC2'}) CREATE (t)-[:ABOUT]->(c)")
    assert double_about(graph, limit=10) == []
    graph.write("MATCH (c:Contact {uid: 'C1'}) CREATE (:Task {uid: 'T3'})-[:TRASHED {type: 'ABOUT'}]->(c)")
    assert double_about(graph, limit=10) == []
    graph.write("MATCH (t:Task)-[:ABOUT|TRASHED]->(c {uid: 'C1'}) WHERE t.uid <> 'TC2' CREATE (t)-[:ABOUT]->(c)")
    assert [(one.where, one.what) for one in double_about(graph, limit=10)] == [
        (["ABOUT", "T3", "C1"], "it is there 2 times"), (["ABOUT", "TC1", "C1"], "it is there 2 times"),
    ]  # fmt: skip
    assert len(double_about(graph, limit=1)) == 1

from __future__ import annotations

from worlds.build import contact, interaction, user

from graphcrm.graph import Graph
from graphcrm.queries.checks.drop_double_knows import drop_double_knows


def test_one_of_several_is_left(graph: Graph) -> None:
    user(graph, "U1")
    for uid in ("C1", "C2"):
        contact(graph, uid)
        interaction(graph, "U1", uid, "2024-05-01")
    graph.write("MATCH (u:User), (c:Contact {uid: 'C1'}) UNWIND [1, 2] AS n CREATE (u)-[:KNOWS {count: n}]->(c)")
    assert drop_double_knows(graph, rows=[{"user": "U1", "contact": uid} for uid in ("C1", "C2")]) == 2
    assert sorted(graph.read("MATCH (:User)-[:KNOWS]->(c) RETURN c.uid", str)) == ["C1", "C2"]

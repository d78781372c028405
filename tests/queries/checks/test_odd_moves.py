from __future__ import annotations

import pytest
from worlds.build import account, contact

from graphcrm.graph import Graph
from graphcrm.queries.checks.odd_moves import odd_moves


@pytest.mark.parametrize("type_", ["FOR", "JOINED", "LEFT"])
def test_a_move_of_nobody_or_to_nowhere_is_named(graph: Graph, type_: str) -> None:
    contact(graph, "C1")
    account(graph, "A1")
    graph.write(
        "MATCH (c:Contact), (a:Account) CREATE (m:Move {uid: 'J1'})-[:FOR]->(c), (m)-[:JOINED]->(a), (m)-[:LEFT]->(a)"
    )
    assert odd_moves(graph, limit=10) == []
    graph.write(f"MATCH (:Move)-[e:{type_}]->() DELETE e")
    assert [one.where for one in odd_moves(graph, limit=10)] == [["Move J1"]] * (type_ != "LEFT")

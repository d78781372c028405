from __future__ import annotations

from worlds.build import contact, interaction, user

from graphcrm.graph import Graph
from graphcrm.queries.checks.finding import Found
from graphcrm.queries.checks.stale_knows import stale_knows


def test_knows_without_an_interaction_is_named(graph: Graph) -> None:
    user(graph, "U1")
    contact(graph, "C1")
    interaction(graph, "U1", "C1", "2024-05-01")
    assert stale_knows(graph, limit=10) == []
    graph.write("MATCH ()-[i:INTERACTED_WITH]->() DELETE i")
    assert stale_knows(graph, limit=10) == [Found(["U1", "C1"], "there is no interaction for it")]

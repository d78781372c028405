from __future__ import annotations

from worlds.build import interaction, lead, user

from graphcrm.graph import Graph
from graphcrm.queries.leads.events import events


def test_each_interaction_of_a_lead_is_named_once(graph: Graph) -> None:
    lead(graph, "L1"), lead(graph, "L2")
    user(graph, "alice"), user(graph, "bob")
    for uid in ("alice", "bob"):
        interaction(graph, uid, "L1", "2024-05-01", event="met")
    interaction(graph, "bob", "L1", "2024-05-02", event="called")
    interaction(graph, "bob", "L2", "2024-05-02", event="other")
    assert events(graph, lead="L1") == ["called", "met"]
    graph.write("MATCH (u:User {uid: 'bob'}), (l:Lead {uid: 'L1'}) CREATE (u)-[:TRASHED {event: 'aside'}]->(l)")
    assert events(graph, lead="L1") == ["aside", "called", "met"]
    assert events(graph, lead="L2") == ["other"]
    assert events(graph, lead="L1", limit=1) == ["aside"]
    assert events(graph, lead="none") == []

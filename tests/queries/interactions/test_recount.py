from __future__ import annotations

from worlds.build import contact, interaction, lead, user

from graphcrm.graph import Graph
from graphcrm.queries.interactions.recount import recount


def test_people_are_counted_where_that_is_left_to_us(graph: Graph) -> None:
    user(graph, "U1")
    contact(graph, "C1")
    contact(graph, "C2")
    lead(graph, "L1")
    for uid, counted in (("C1", True), ("C2", None), ("L1", True)):
        interaction(graph, "U1", uid, "2024-05-01", uid=f"I-{uid}", event="I", participants=9, counted=counted)
    interaction(graph, "U1", "C1", "2024-05-02", uid="J", participants=9, counted=True)
    assert recount(graph, events=["I"]) == [{"user": "U1", "contact": "C1"}]
    found = graph.read("MATCH ()-[i:INTERACTED_WITH]->() RETURN i.uid, i.participants", lambda *row: row)
    assert dict(found) == {"I-C1": 4, "I-C2": 9, "I-L1": 4, "J": 9}
    assert recount(graph, events=["K"]) == []


def test_who_is_in_the_trash_took_part_all_the_same(graph: Graph) -> None:
    user(graph, "U1")
    for uid in ("C1", "C2"):
        contact(graph, uid)
        interaction(graph, "U1", uid, "2024-05-01", uid=f"I-{uid}", event="I", participants=9, counted=True)
    graph.write(
        "MATCH (u)-[i:INTERACTED_WITH {uid: 'I-C2'}]->(c) "
        "CREATE (u)-[t:TRASHED]->(c) SET t = properties(i), t.type = 'INTERACTED_WITH' DELETE i"
    )
    assert recount(graph, events=["I"]) == [{"user": "U1", "contact": "C1"}]
    assert graph.read("MATCH ()-[i:INTERACTED_WITH]->() RETURN i.participants", int) == [3]

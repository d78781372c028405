from __future__ import annotations

from worlds.build import NOW, contact, interaction, user

from graphcrm.graph import Graph
from graphcrm.queries.interactions.set_parts_aside import set_parts_aside


def test_the_parts_of_who_is_in_the_trash_are_set_aside_with_all_they_say(graph: Graph) -> None:
    (
        user(graph, "alice"),
        user(graph, "gone", deleted_at=NOW),
        contact(graph, "ada"),
        contact(graph, "lost", deleted_at=NOW),
    )
    for us, them in (("alice", "ada"), ("gone", "ada"), ("alice", "lost")):
        interaction(graph, us, them, "2024-05-01", uid=f"{us}-{them}", event="met", subject="Prices")
    interaction(graph, "gone", "ada", "2024-05-01", event="other")
    assert set_parts_aside(graph, events=["met"]) == 2
    found = graph.read(
        "MATCH (u)-[t:TRASHED]->(p) RETURN u.uid, p.uid, t.uid, t.type, t.event, t.subject ORDER BY t.uid",
        lambda *row: row,
    )
    assert found == [
        ("alice", "lost", "alice-lost", "INTERACTED_WITH", "met", "Prices"),
        ("gone", "ada", "gone-ada", "INTERACTED_WITH", "met", "Prices"),
    ]
    assert graph.read("MATCH (u)-[i:INTERACTED_WITH {event: 'met'}]->(p) RETURN u.uid, p.uid", lambda *row: row) == [
        ("alice", "ada")
    ]

from __future__ import annotations

from worlds.build import contact, interaction, lead, user

from graphcrm.graph import Graph
from graphcrm.queries.interactions.lock_events import lock_events


def test_all_parts_of_the_events_come_with_all_their_properties(graph: Graph) -> None:
    user(graph, "U1")
    contact(graph, "C1")
    lead(graph, "L1")
    for n, person in enumerate(["C1", "L1"]):
        interaction(graph, "U1", person, "2024-05-01", uid=f"I{n}", event="E1", subject="Hello")
    interaction(graph, "U1", "C1", "2024-05-02", uid="I3", event="E2")
    found = lock_events(graph, events=["E1", "none"])
    assert [(part.event, part.user, part.label, part.person) for part in found] == [
        ("E1", "U1", "Contact", "C1"), ("E1", "U1", "Lead", "L1"),
    ]  # fmt: skip
    assert (found[0].props["subject"], found[0].props["rev"], found[0].props["at"].year) == ("Hello", 1, 2024)
    assert lock_events(graph, events=[]) == []

from __future__ import annotations

from worlds.build import contact, interaction, lead, user

from graphcrm.graph import Graph
from graphcrm.queries.changes.set_aside import set_aside
from graphcrm.queries.interactions.stored_parts import stored_parts


def test_all_parts_come_with_all_their_properties_those_set_aside_too(graph: Graph) -> None:
    user(graph, "U1")
    contact(graph, "C1")
    lead(graph, "L1")
    for n, person in enumerate(["C1", "L1"]):
        interaction(graph, "U1", person, "2024-05-01", uid=f"I{n}", event="E1", subject="Hello")
    interaction(graph, "U1", "C1", "2024-05-02", uid="I3", event="E2")
    set_aside(graph, label="Lead", uid="L1")
    found = stored_parts(graph, event="E1")
    assert [(part.user, part.label, part.person, part.aside) for part in found] == [
        ("U1", "Contact", "C1", False), ("U1", "Lead", "L1", True),
    ]  # fmt: skip
    assert {(part.props["uid"], part.props["subject"], part.props["type"]) for part in found} == {
        ("I0", "Hello", None), ("I1", "Hello", None),
    }  # fmt: skip
    assert stored_parts(graph, event="none") == []

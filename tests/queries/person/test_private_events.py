from __future__ import annotations

from worlds.build import contact, interaction, user

from graphcrm.graph import Graph
from graphcrm.queries.changes.set_aside import set_aside
from graphcrm.queries.person.private_events import private_events


def test_one_private_part_makes_the_event_private_for_all_but_its_users(graph: Graph) -> None:
    for uid in ("U1", "U2", "U3"):
        user(graph, uid)
    contact(graph, "P1"), contact(graph, "P2")
    for number, (who, whom, event, private) in enumerate(
        [("U1", "P1", "E1", True), ("U2", "P2", "E1", None), ("U1", "P1", "E2", None), ("U3", "P1", "E3", True)]
    ):
        interaction(graph, who, whom, "2024-05-01", uid=f"{event} {number}", event=event, private=private)
    expected = {"E1": frozenset({"U1", "U2"}), "E3": frozenset({"U3"})}
    assert private_events(graph, events=["E1", "E2", "E1", "E3", "none"]) == expected
    assert private_events(graph, events=["E2"]) == private_events(graph, events=[]) == {}
    set_aside(graph, label="Contact", uid="P1")
    assert private_events(graph, events=["E1", "E2", "E3"]) == expected

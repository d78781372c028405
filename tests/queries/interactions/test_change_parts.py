from __future__ import annotations

from worlds.build import contact, interaction, user

from graphcrm.graph import Graph
from graphcrm.queries.interactions.change_parts import change_parts


def test_a_part_gets_what_is_given_and_its_revision(graph: Graph) -> None:
    user(graph, "U1")
    contact(graph, "C1")
    interaction(graph, "U1", "C1", "2024-05-01", uid="I1", subject="Hello", notes="much")
    rows = [{"uid": "I1", "rev": 7, "props": {"subject": "Bye", "notes": None}}, {"uid": "none", "rev": 1, "props": {}}]
    assert change_parts(graph, rows=rows) == 1
    found = graph.read("MATCH ()-[i:INTERACTED_WITH]->() RETURN i.subject, i.notes, i.rev", lambda *row: row)
    assert found == [("Bye", None, 7)]

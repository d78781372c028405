from __future__ import annotations

import pytest
from worlds.build import contact, interaction, user

from graphcrm.graph import Graph
from graphcrm.queries.changes.set_aside import set_aside
from graphcrm.queries.interactions.change_parts import change_parts


@pytest.mark.parametrize("aside", [False, True])
def test_a_part_gets_what_is_given_and_its_revision_set_aside_or_not(graph: Graph, aside: bool) -> None:
    user(graph, "U1")
    contact(graph, "C1")
    interaction(graph, "U1", "C1", "2024-05-01", uid="I1", event="E1", subject="Hello", notes="much", rev=6)
    if aside:
        set_aside(graph, label="Contact", uid="C1")
    row = {"uid": "I1", "aside": aside, "read": 6, "rev": 9, "props": {"subject": "Bye", "notes": None}}
    other = [row | {"read": 5, "props": {"subject": "stale"}}, row | {"uid": "none"}, row | {"aside": not aside}]
    assert change_parts(graph, rows=other) == 0
    assert change_parts(graph, rows=[row]) == 1
    found = graph.read("MATCH (:User)-[i]->(:Contact) WHERE NOT i:KNOWS RETURN i.subject, i.notes, i.rev", lambda *r: r)
    assert found == [("Bye", None, 9)]

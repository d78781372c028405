from __future__ import annotations

from worlds.build import contact

from graphcrm.graph import Graph
from graphcrm.queries.contacts.asked_not import asked_not


def test_those_who_have_asked_are_named(graph: Graph) -> None:
    contact(graph, "P1", do_not_contact=True), contact(graph, "P2", do_not_contact=False), contact(graph, "P3")
    contact(graph, "P4", do_not_contact=True)
    assert asked_not(graph, contacts=["P1", "P2", "P3", "P1", "P5"]) == {"P1"}
    assert asked_not(graph, contacts=[]) == frozenset()

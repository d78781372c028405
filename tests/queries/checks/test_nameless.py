from __future__ import annotations

import pytest
from worlds.build import contact, user

from graphcrm.graph import Graph
from graphcrm.queries.checks.finding import Found
from graphcrm.queries.checks.nameless import nameless


@pytest.mark.parametrize("name", ["name", "uid"])
def test_a_record_without_a_name_or_a_uid_is_named(graph: Graph, name: str) -> None:
    contact(graph, "C1")
    assert nameless(graph, limit=10) == []
    graph.write(f"MATCH (n:Contact) REMOVE n.{name}")
    where = "Contact C1" if name == "name" else "Contact "
    assert nameless(graph, limit=10) == [Found([where], "it has no uid or no name")]


def test_a_team_without_a_name_is_named(graph: Graph) -> None:
    user(graph, "U1", team="North")
    graph.write("MATCH (t:Team) REMOVE t.name")
    assert [one.where for one in nameless(graph, limit=10)] == [["Team North"]]

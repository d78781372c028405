from __future__ import annotations

from worlds.build import NOW, contact, user

from graphcrm.graph import Graph
from graphcrm.queries.views.put_star import put_star
from graphcrm.queries.views.starred import starred


def test_since_when_or_not_at_all(graph: Graph) -> None:
    user(graph, "alice"), user(graph, "bob"), contact(graph, "ada")
    assert starred(graph, user="alice", label="Contact", uid="ada") is None
    put_star(graph, user="alice", label="Contact", uid="ada", at=NOW)
    assert starred(graph, user="alice", label="Contact", uid="ada") == NOW
    assert starred(graph, user="alice", label="Lead", uid="ada") is None
    assert starred(graph, user="bob", label="Contact", uid="ada") is None

from __future__ import annotations

import pytest
from worlds.build import handle, user

from graphcrm.graph import Graph


@pytest.fixture
def us(graph: Graph) -> Graph:
    """Alice and Bob, Zoe, who has left, and Tom, who is in the trash."""
    user(graph, "alice", "Alice", email="alice@us.example", role="rep", team="North")
    handle(graph, "alice", "email", "alice@us.example")
    handle(graph, "alice", "email", "am@us.example")
    user(graph, "bob", "Bob", active=None)
    user(graph, "zoe", "Zoe", email="zoe@us.example", active=False)
    user(graph, "tom", "Tom", email="tom@us.example")
    graph.write("MATCH (u:User {uid: 'tom'}) SET u.deleted_at = datetime()")
    return graph


def rows(graph: Graph, cypher: str) -> list[tuple[object, ...]]:
    return graph.read(cypher, lambda *row: row)

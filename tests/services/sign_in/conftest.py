from __future__ import annotations

from collections.abc import Iterator

import pytest
from worlds.build import handle, user

from graphcrm.graph import Graph
from graphcrm.services.sign_in import credentials
from tests.hashes import cheap

GOOD = "seven green bottles"
HERE = "192.0.2.1"


@pytest.fixture
def us(graph: Graph) -> Iterator[Graph]:
    """Alice, who has a password, and Bob, who has none; Zoe had one and has left."""
    for uid in ("alice", "bob", "zoe"):
        user(graph, uid, uid.title(), email=f"{uid}@us.example")
        handle(graph, uid, "email", f"{uid}@us.example")
    with cheap():
        credentials.set_password(graph, user="alice", password=GOOD)
        credentials.set_password(graph, user="zoe", password=GOOD)
        graph.write("MATCH (u:User {uid: 'zoe'}) SET u.active = false")
        yield graph

from __future__ import annotations

import pytest
from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.sign_in.put_password import put_password

from .conftest import rows


def test_it_ends_the_sessions_and_the_link(us: Graph) -> None:
    assert put_password(us, uid="alice", password="h1", now=NOW) == 1
    us.write("MATCH (c:Credential) SET c.link = 'd', c.link_until = datetime()")
    assert put_password(us, uid="alice", password="h2", now=NOW) == 2
    kept = "MATCH (u)-[:HAS_CREDENTIAL]->(c) RETURN u.uid, c.uid, c.password, c.password_at, c.sessions, c.link, c.link_until"
    assert rows(us, kept) == [("alice", "alice", "h2", NOW, 2, None, None)]


@pytest.mark.parametrize("uid", ["tom", "nobody"])
def test_who_is_not_there_gets_none(us: Graph, uid: str) -> None:
    assert put_password(us, uid=uid, password="h", now=NOW) is None
    assert rows(us, "MATCH (c:Credential) RETURN c.uid") == []

from __future__ import annotations

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.sign_in.put_password import put_password
from graphcrm.queries.sign_in.replace_hash import replace_hash

from .conftest import rows


def test_only_the_hash_that_was_seen_is_replaced(us: Graph) -> None:
    put_password(us, uid="alice", password="h1", now=NOW)
    replace_hash(us, uid="alice", old="h1", new="h2")
    replace_hash(us, uid="alice", old="h1", new="h3")
    replace_hash(us, uid="bob", old="h1", new="h4")
    assert rows(us, "MATCH (c:Credential) RETURN c.uid, c.password, c.sessions") == [("alice", "h2", 1)]

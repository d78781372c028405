from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.sign_in.drop_identity import drop_identity
from graphcrm.queries.sign_in.put_identity import put_identity

from .conftest import rows


def test_it_is_forgotten_of_this_user_alone(us: Graph) -> None:
    put_identity(us, uid="alice", identity="i a")
    put_identity(us, uid="bob", identity="i b")
    assert drop_identity(us, uid="alice")
    assert not drop_identity(us, uid="alice")
    assert not drop_identity(us, uid="nobody")
    assert set(rows(us, "MATCH (c:Credential) RETURN c.uid, c.identity")) == {("alice", None), ("bob", "i b")}

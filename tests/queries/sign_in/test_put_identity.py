from __future__ import annotations

import pytest

from graphcrm.errors import OvertakenError
from graphcrm.graph import Graph
from graphcrm.queries.sign_in.put_identity import put_identity

from .conftest import rows


def test_it_is_kept_once_and_not_replaced(us: Graph) -> None:
    assert put_identity(us, uid="alice", identity="i s")
    assert put_identity(us, uid="alice", identity="i s")
    assert not put_identity(us, uid="alice", identity="i other")
    assert rows(us, "MATCH (u)-[:HAS_CREDENTIAL]->(c) RETURN u.uid, c.identity") == [("alice", "i s")]


def test_no_two_are_the_same_there(us: Graph) -> None:
    assert put_identity(us, uid="alice", identity="i s")
    with pytest.raises(OvertakenError):
        put_identity(us, uid="bob", identity="i s")


@pytest.mark.parametrize("uid", ["tom", "nobody"])
def test_who_is_not_there_is_nobody(us: Graph, uid: str) -> None:
    assert not put_identity(us, uid=uid, identity="i s")

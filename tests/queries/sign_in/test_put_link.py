from __future__ import annotations

from datetime import timedelta

import pytest
from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.sign_in.put_link import put_link

from .conftest import rows


def test_a_newer_link_takes_the_place_of_the_older_one(us: Graph) -> None:
    assert put_link(us, uid="alice", digest="d1", until=NOW)
    assert put_link(us, uid="alice", digest="d2", until=NOW + timedelta(1))
    kept = "MATCH (u)-[:HAS_CREDENTIAL]->(c) RETURN u.uid, c.link, c.link_until, c.password"
    assert rows(us, kept) == [("alice", "d2", NOW + timedelta(1), None)]


@pytest.mark.parametrize("uid", ["tom", "nobody"])
def test_who_is_not_there_gets_none(us: Graph, uid: str) -> None:
    assert not put_link(us, uid=uid, digest="d", until=NOW)
    assert rows(us, "MATCH (c:Credential) RETURN c.uid") == []

from __future__ import annotations

import pytest
from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.sign_in.end_sessions import end_sessions
from graphcrm.queries.sign_in.put_password import put_password

from .conftest import rows


def test_each_time_the_number_rises_and_the_rest_stays(us: Graph) -> None:
    assert [end_sessions(us, uid="bob") for _ in range(2)] == [1, 2]
    put_password(us, uid="alice", password="h", now=NOW)
    assert end_sessions(us, uid="alice") == 2
    assert set(rows(us, "MATCH (c:Credential) RETURN c.uid, c.password")) == {("alice", "h"), ("bob", None)}


@pytest.mark.parametrize("uid", ["tom", "nobody"])
def test_who_is_not_there_has_none(us: Graph, uid: str) -> None:
    assert end_sessions(us, uid=uid) is None
    assert rows(us, "MATCH (c:Credential) RETURN c.uid") == []

from __future__ import annotations

import pytest
from worlds.build import NOW, contact

from graphcrm.errors import OvertakenError
from graphcrm.graph import Graph
from graphcrm.queries.users.add_user import add_user
from graphcrm.queries.users.user import user
from graphcrm.queries.users.users import User

ALICE = {"name": "Alice", "email": "alice@us.test", "role": "rep", "now": NOW}


def handles(graph: Graph) -> set[tuple[str, str, str]]:
    rows = "MATCH (n)-[:HAS_HANDLE]->(h) RETURN n.uid, h.kind, h.value"
    return set(graph.read(rows, lambda *row: row))


def test_a_user_is_added_active_with_a_handle(graph: Graph) -> None:
    assert add_user(graph, uid="u1", **ALICE) == "u1"
    assert user(graph, uid="u1") == User("u1", "Alice", "alice@us.test", "rep", active=True, team=None)
    assert handles(graph) == {("u1", "email", "alice@us.test")}
    assert graph.read("MATCH (u:User) RETURN u.rev, u.created_at", lambda *row: row) == [(1, NOW)]


def test_an_address_that_a_contact_has_is_shared(graph: Graph) -> None:
    contact(graph, "ann", email="alice@us.test")
    add_user(graph, uid="u1", **ALICE)
    assert handles(graph) == {("u1", "email", "alice@us.test"), ("ann", "email", "alice@us.test")}
    assert graph.read("MATCH (h:Handle) RETURN count(h)", int) == [1]


def test_one_uid_is_never_given_twice(graph: Graph) -> None:
    add_user(graph, uid="u1", **ALICE)
    with pytest.raises(OvertakenError):
        add_user(graph, uid="u1", **{**ALICE, "email": "other@us.test"})
    assert handles(graph) == {("u1", "email", "alice@us.test")}

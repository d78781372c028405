from __future__ import annotations

import pytest
from worlds.build import NOW, user

from graphcrm.errors import OvertakenError
from graphcrm.graph import Graph
from graphcrm.queries.users.add_token import add_token


def tokens(graph: Graph) -> set[tuple[object, ...]]:
    rows = "MATCH (u:User)-[:HAS_TOKEN]->(t:ApiToken) RETURN u.uid, t.uid, t.digest, t.created_at"
    return set(graph.read(rows, lambda *row: row))


def test_a_user_may_have_several_tokens(graph: Graph) -> None:
    user(graph, "u1")
    add_token(graph, uid="t1", user="u1", digest="d1", now=NOW)
    add_token(graph, uid="t2", user="u1", digest="d2", now=NOW)
    assert tokens(graph) == {("u1", "t1", "d1", NOW), ("u1", "t2", "d2", NOW)}


def test_a_token_keeps_what_it_is_for_what_it_may_and_until_when(graph: Graph) -> None:
    user(graph, "u1")
    add_token(graph, uid="t1", user="u1", digest="d1", now=NOW, name="backup", scope="read", expires_at=NOW)
    assert graph.read("MATCH (t:ApiToken) RETURN t.name, t.scope, t.expires_at", lambda *row: row) == [
        ("backup", "read", NOW)
    ]


def test_nobody_gets_no_token(graph: Graph) -> None:
    add_token(graph, uid="t1", user="nobody", digest="d1", now=NOW)
    assert graph.read("MATCH (t:ApiToken) RETURN t.uid", str) == []


def test_one_digest_is_never_two_tokens(graph: Graph) -> None:
    user(graph, "u1")
    add_token(graph, uid="t1", user="u1", digest="d1", now=NOW)
    with pytest.raises(OvertakenError):
        add_token(graph, uid="t2", user="u1", digest="d1", now=NOW)
    assert tokens(graph) == {("u1", "t1", "d1", NOW)}

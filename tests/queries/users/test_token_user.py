from __future__ import annotations

from datetime import timedelta

import pytest
from worlds.build import NOW, user

from graphcrm.graph import Graph
from graphcrm.queries.users.add_token import add_token
from graphcrm.queries.users.token_user import TokenUser, token_user
from graphcrm.queries.users.users import User


def test_a_token_belongs_to_its_user(graph: Graph) -> None:
    user(graph, "u1", "Alice", email="alice@us.test", role="rep", team="North")
    user(graph, "u2", "Bob", active=None)
    add_token(graph, uid="t1", user="u1", digest="d1", now=NOW)
    add_token(graph, uid="t2", user="u2", digest="d2", now=NOW)
    found = token_user(graph, digest="d1")
    assert found is not None
    assert found.user == User("u1", "Alice", "alice@us.test", "rep", active=True, team="North")
    assert token_user(graph, digest="d2") == TokenUser("t2", "write", None, None, "u2", "Bob", None, None, None)


def test_a_token_says_what_it_may_until_and_since_when(graph: Graph) -> None:
    user(graph, "u1", "Alice")
    add_token(graph, uid="t1", user="u1", digest="d1", now=NOW, scope="read", expires_at=NOW + timedelta(days=1))
    graph.write("MATCH (t:ApiToken) SET t.used_at = $now", now=NOW)
    assert token_user(graph, digest="d1") == TokenUser(
        "t1", "read", NOW + timedelta(days=1), NOW, "u1", "Alice", None, None, None
    )


@pytest.mark.parametrize("digest", ["other", "", "d1 "])
def test_an_unknown_token_belongs_to_nobody(graph: Graph, digest: str) -> None:
    user(graph, "u1")
    add_token(graph, uid="t1", user="u1", digest="d1", now=NOW)
    assert token_user(graph, digest=digest) is None


def test_the_token_of_somebody_who_has_left_opens_nothing(graph: Graph) -> None:
    user(graph, "u1", active=False)
    add_token(graph, uid="t1", user="u1", digest="d1", now=NOW)
    assert token_user(graph, digest="d1") is None

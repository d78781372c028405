from __future__ import annotations

import pytest
from worlds.build import NOW, user

from graphcrm.graph import Graph
from graphcrm.queries.users.add_token import add_token
from graphcrm.queries.users.token_user import token_user
from graphcrm.queries.users.users import User


def test_a_token_belongs_to_its_user(graph: Graph) -> None:
    user(graph, "u1", "Alice", email="alice@us.test", role="rep", team="North")
    user(graph, "u2", "Bob", active=None)
    add_token(graph, uid="t1", user="u1", digest="d1", now=NOW)
    add_token(graph, uid="t2", user="u2", digest="d2", now=NOW)
    assert token_user(graph, digest="d1") == User("u1", "Alice", "alice@us.test", "rep", active=True, team="North")
    assert token_user(graph, digest="d2") == User("u2", "Bob", None, None, active=True, team=None)


@pytest.mark.parametrize("digest", ["other", "", "d1 "])
def test_an_unknown_token_belongs_to_nobody(graph: Graph, digest: str) -> None:
    user(graph, "u1")
    add_token(graph, uid="t1", user="u1", digest="d1", now=NOW)
    assert token_user(graph, digest=digest) is None


def test_the_token_of_somebody_who_has_left_opens_nothing(graph: Graph) -> None:
    user(graph, "u1", active=False)
    add_token(graph, uid="t1", user="u1", digest="d1", now=NOW)
    assert token_user(graph, digest="d1") is None

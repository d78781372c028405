from __future__ import annotations

from worlds.build import contact, user

from graphcrm.graph import Graph
from graphcrm.queries.users.users import User, users


def test_an_empty_graph_has_no_users(graph: Graph) -> None:
    contact(graph, "ann")
    assert users(graph) == []


def test_users_are_listed_by_name_with_their_team(graph: Graph) -> None:
    user(graph, "u2", "Bob", email="bob@us.test", role="rep", team="North")
    user(graph, "u3", "Alice", active=False)
    user(graph, "u1", "Alice", active=None)
    assert users(graph) == [
        User("u1", "Alice", None, None, active=True, team=None),
        User("u3", "Alice", None, None, active=False, team=None),
        User("u2", "Bob", "bob@us.test", "rep", active=True, team="North"),
    ]


def test_those_who_have_left_can_be_left_out_and_the_limit_cuts(graph: Graph) -> None:
    user(graph, "u1", "Alice")
    user(graph, "u2", "Bob", active=False)
    user(graph, "u3", "Charlie")
    assert [found.uid for found in users(graph, active_only=True)] == ["u1", "u3"]
    assert [found.uid for found in users(graph, limit=2)] == ["u1", "u2"]

from __future__ import annotations

from worlds import build

from graphcrm.graph import Graph
from graphcrm.queries.users.user import user
from graphcrm.queries.users.users import User


def test_a_user_is_found_by_uid_whether_active_or_not(graph: Graph) -> None:
    build.user(graph, "u1", "Alice", email="alice@us.test", role="rep", team="North")
    build.user(graph, "u2", "Bob", active=False)
    assert user(graph, uid="u1") == User("u1", "Alice", "alice@us.test", "rep", active=True, team="North")
    assert user(graph, uid="u2") == User("u2", "Bob", None, None, active=False, team=None)


def test_an_unknown_uid_and_a_contacts_uid_find_nobody(graph: Graph) -> None:
    build.contact(graph, "ann")
    assert user(graph, uid="nobody") is None
    assert user(graph, uid="ann") is None

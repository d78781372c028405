from __future__ import annotations

from worlds.build import contact, handle, user

from graphcrm.graph import Graph
from graphcrm.queries.load.email_users import email_users


def test_users_who_have_an_address_are_found_once_each(graph: Graph) -> None:
    user(graph, "U1", email="a@us.example")
    handle(graph, "U1", "email", "a@us.example")
    handle(graph, "U1", "email", "b@us.example")
    user(graph, "U2", email="a@us.example")
    contact(graph, "C1", email="b@us.example")
    found = email_users(graph, emails=["a@us.example", "b@us.example", "none@us.example"])
    assert sorted(found) == [("a@us.example", "U1"), ("a@us.example", "U2"), ("b@us.example", "U1")]
    assert email_users(graph, emails=[]) == []
    graph.write("MATCH (u:User {uid: 'U2'}) SET u.deleted_at = datetime()")
    assert email_users(graph, emails=["a@us.example"]) == [("a@us.example", "U1")]

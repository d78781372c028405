from __future__ import annotations

from worlds.build import contact, handle, user

from graphcrm.graph import Graph
from graphcrm.queries.users.users_of_email import users_of_email


def test_only_users_have_it_and_the_handle_is_there_afterwards(graph: Graph) -> None:
    user(graph, "U1")
    contact(graph, "C1", email="a@us.example")
    assert users_of_email(graph, email="a@us.example") == []
    handle(graph, "U1", "email", "a@us.example")
    assert users_of_email(graph, email="a@us.example") == ["U1"]
    assert users_of_email(graph, email="new@us.example") == []
    user(graph, "U2", email="a@us.example")
    assert sorted(users_of_email(graph, email="a@us.example")) == ["U1", "U2"]
    graph.write("MATCH (u:User {uid: 'U2'}) SET u.deleted_at = datetime()")
    assert users_of_email(graph, email="a@us.example") == ["U1"]
    assert graph.read("MATCH (h:Handle {uid: 'email:new@us.example'}) RETURN h.kind, h.value", lambda *row: row) == [
        ("email", "new@us.example")
    ]

from __future__ import annotations

from worlds.build import contact, handle, user

from graphcrm.graph import Graph
from graphcrm.queries.checks.duplicate_handles import duplicate_handles


def test_two_people_may_share_an_address(graph: Graph) -> None:
    for uid in ("C1", "C2"):
        contact(graph, uid, email="office@people.example")
    user(graph, "U1", email="a@us.example")
    handle(graph, "U1", "email", "a@us.example")
    assert duplicate_handles(graph, limit=10) == []


def test_what_is_there_twice_is_named(graph: Graph) -> None:
    contact(graph, "C1")
    for value in ("a@people.example", "b@people.example"):
        handle(graph, "C1", "email", value, primary=True)
    for uid in ("U1", "U2"):
        user(graph, uid)
        handle(graph, uid, "email", "a@us.example", primary=False)
    graph.write(
        "MATCH (c:Contact), (h:Handle {value: 'a@us.example'}) CREATE (c)-[:HAS_HANDLE]->(h), (c)-[:HAS_HANDLE]->(h)"
    )
    graph.write("CREATE (:Handle {uid: 'email:x', kind: 'phone', value: 'x'})")
    found = {(tuple(sorted(one.where)), one.what) for one in duplicate_handles(graph, limit=10)}
    assert found == {
        (("Contact C1", "email:a@people.example", "email:b@people.example"), "several of one kind are primary"),
        (("Contact C1", "email:a@us.example"), "the record has it 2 times"),
        (("U1", "U2", "email:a@us.example"), "several users have this e-mail address"),
        (("email:x",), "its uid is not its kind and value"),
    }

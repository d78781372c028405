from __future__ import annotations

from worlds.build import NOW, account, contact, user

from graphcrm.graph import Graph
from graphcrm.queries.views.drop_star import drop_star
from graphcrm.queries.views.put_star import put_star
from graphcrm.queries.views.starred import starred


def test_ones_own_star_is_taken_from_one_record_and_from_no_other(graph: Graph) -> None:
    user(graph, "alice"), user(graph, "bob"), account(graph, "x"), contact(graph, "x")
    for who, label in (("alice", "Account"), ("alice", "Contact"), ("bob", "Account")):
        put_star(graph, user=who, label=label, uid="x", at=NOW)
    drop_star(graph, user="alice", label="Account", uid="x")
    drop_star(graph, user="alice", label="Account", uid="x")
    assert starred(graph, user="alice", label="Account", uid="x") is None
    assert starred(graph, user="alice", label="Contact", uid="x") == NOW
    assert starred(graph, user="bob", label="Account", uid="x") == NOW

from __future__ import annotations

from datetime import timedelta

from worlds.build import NOW, user

from graphcrm.graph import Graph
from graphcrm.queries.users.set_active import set_active

LATER = NOW + timedelta(days=1)


def state(graph: Graph) -> list[tuple[object, ...]]:
    return graph.read("MATCH (u:User) RETURN u.active, u.rev, u.updated_at", lambda *row: row)


def test_a_user_can_leave_and_come_back(graph: Graph) -> None:
    user(graph, "u1")
    assert set_active(graph, uid="u1", active=False, now=LATER)
    assert state(graph) == [(False, 2, LATER)]
    assert set_active(graph, uid="u1", active=True, now=LATER)
    assert state(graph) == [(True, 3, LATER)]


def test_saying_it_again_is_no_new_revision(graph: Graph) -> None:
    user(graph, "u1", active=None)
    assert set_active(graph, uid="u1", active=True, now=LATER)
    assert state(graph) == [(True, 1, LATER)]


def test_nobody_is_told_apart(graph: Graph) -> None:
    assert not set_active(graph, uid="nobody", active=False, now=LATER)

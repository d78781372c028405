from __future__ import annotations

from datetime import timedelta

import pytest
from worlds.build import NOW, TODAY, account, contract, user

from graphcrm.graph import Graph
from graphcrm.queries.contracts.mark_reminded import Reminded, mark_reminded

DUE = TODAY.isoformat()


@pytest.fixture
def one(graph: Graph) -> Graph:
    user(graph, "alice", "Alice"), account(graph, "acme", "Acme")
    contract(graph, "n", "acme", owner="alice", notice_on=TODAY)
    return graph


def test_it_is_noted_once(one: Graph) -> None:
    assert mark_reminded(one, uid="n", due=DUE, on=TODAY) == Reminded("alice", "acme")
    assert mark_reminded(one, uid="n", due=DUE, on=TODAY) is None
    assert one.read("MATCH (n:Contract) RETURN n.reminded_for, n.rev", lambda *row: row) == [(DUE, 1)]


@pytest.mark.parametrize(
    "otherwise", ["n.due = '2030-01-01'", "n.owner = null", "n.deleted_at = $at", "n.remind_on = $later"]
)
def test_what_is_otherwise_by_now_is_not_reminded_of(one: Graph, otherwise: str) -> None:
    one.write(f"MATCH (n:Contract) SET {otherwise}", at=NOW, later=TODAY + timedelta(days=1))
    assert mark_reminded(one, uid="n", due=DUE, on=TODAY) is None


@pytest.mark.parametrize("left", ["u.active = false", "u.deleted_at = $at"])
def test_who_has_left_is_reminded_of_nothing(one: Graph, left: str) -> None:
    one.write(f"MATCH (u:User) SET {left}", at=NOW)
    assert mark_reminded(one, uid="n", due=DUE, on=TODAY) is None


def test_one_that_is_not_there_is_not_reminded_of(graph: Graph) -> None:
    assert mark_reminded(graph, uid="n", due=DUE, on=TODAY) is None

from __future__ import annotations

from datetime import date

import pytest
from worlds.build import NOW, opportunity, user

from graphcrm.graph import Graph
from graphcrm.queries.checks.odd_lanes import odd_lanes


@pytest.fixture
def deals(graph: Graph) -> Graph:
    """Some of each kind, as they are kept."""
    user(graph, "alice")
    opportunity(graph, "a", owner="alice", amount=5.5, currency="EUR", probability=5, expected_close=date(2024, 1, 1))
    (
        opportunity(graph, "b"),
        opportunity(graph, "won", stage="won", status="won"),
        opportunity(graph, "c", deleted_at=NOW),
    )
    return graph


def test_what_follows_is_fine(deals: Graph) -> None:
    assert odd_lanes(deals, limit=9) == []


@pytest.mark.parametrize(
    "wrong",
    [
        "n.lane = 'needs'", "n.lane = null", "n.due = '2024-01-02'", "n.due = null", "n.whose = ''", "n.coin = 'CNY'",
        "n.worth = 5.0", "n.worth = null", "n.chance = -1", "n.owner = 'bob'", "n.amount = null", "n.status = 'won'",
    ],
)  # fmt: skip
def test_what_does_not_follow_is_named(deals: Graph, wrong: str) -> None:
    deals.write(f"MATCH (n:Opportunity {{uid: 'a'}}) SET {wrong}")
    assert [one.where for one in odd_lanes(deals, limit=9)] == [["Opportunity a"]]


def test_no_more_than_asked_for(deals: Graph) -> None:
    deals.write("MATCH (n:Opportunity) SET n.due = null")
    assert [one.where for one in odd_lanes(deals, limit=2)] == [["Opportunity a"], ["Opportunity b"]]

from __future__ import annotations

from datetime import date, timedelta

import pytest
from worlds.build import NOW, account, opportunity, user

from graphcrm.graph import Graph

STAGES = [("needs", "open"), ("quote", "open"), ("won", "won")]


@pytest.fixture
def deals(graph: Graph) -> Graph:
    """Three in needs, of Alice's, Bob's and nobody's; one won lately, and one long ago; one in the trash."""
    user(graph, "alice", "Alice", team="North"), user(graph, "bob", "Bob"), account(graph, "acme", "Acme")
    first = {"amount": 10.1, "currency": "EUR", "expected_close": date(2024, 7, 1), "stage_since": NOW}
    opportunity(graph, "a", "acme", owner="alice", stage="needs", **first)
    opportunity(graph, "b", owner="bob", stage="needs", amount=20.2, currency="EUR", expected_close=date(2024, 6, 1))
    opportunity(graph, "c", stage="needs", amount=5.0, currency="CNY")
    opportunity(graph, "gone", stage="needs", amount=5.0, currency="CNY", deleted_at=NOW)
    opportunity(graph, "gone too", stage="won", status="won", closed_at=NOW, deleted_at=NOW)
    for uid, days, worth in (("late", 3, {"amount": 7.0, "currency": "EUR"}), ("old", 40, {})):
        closed = {"status": "won", "closed_at": NOW - timedelta(days=days)}
        opportunity(graph, uid, stage="won", owner="alice", **closed, **worth)
    return graph

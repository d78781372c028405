from __future__ import annotations

from datetime import date

import pytest
from worlds.build import NOW, opportunity, user

from graphcrm.access import Sight
from graphcrm.graph import Graph, Runner
from graphcrm.queries.opportunities.unforeseen import Unforeseen, unforeseen


@pytest.fixture
def deals(graph: Graph) -> Graph:
    """What a forecast to August counts, and what it does not."""
    user(graph, "alice", "Alice", team="North")
    worth = {"amount": 10.0, "currency": "EUR"}
    opportunity(graph, "counted", owner="alice", expected_close=date(2024, 7, 31), **worth)
    opportunity(graph, "on the day", expected_close=date(2024, 8, 1), **worth)
    opportunity(graph, "later", owner="alice", expected_close=date(2025, 1, 1), **worth)
    opportunity(graph, "no day", owner="alice", **worth)
    opportunity(graph, "no amount", expected_close=date(2024, 7, 1)), opportunity(graph, "neither")
    opportunity(graph, "gone", deleted_at=NOW), opportunity(graph, "won", stage="won", status="won")
    return graph


def asked(graph: Runner, *stages: str, **whose: str) -> Unforeseen:
    return unforeseen(graph, until=date(2024, 8, 1), stages=stages or ["first_contact", "needs"], **whose)


def test_each_is_counted_once_by_what_it_lacks(deals: Graph) -> None:
    assert asked(deals) == Unforeseen(no_amount=2, no_day=1, later=2)
    assert asked(deals, "needs") == Unforeseen(0, 0, 0)


def test_those_of_an_owner_and_of_a_team_and_those_that_are_seen(deals: Graph) -> None:
    assert asked(deals, owner="alice") == asked(deals, team="North") == Unforeseen(0, 1, 1)
    assert asked(deals, team="none") == Unforeseen(0, 0, 0)
    assert asked(deals.seen_by(Sight(opportunities=("",)))) == Unforeseen(2, 0, 1)

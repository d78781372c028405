from __future__ import annotations

from datetime import date

import pytest
from worlds.build import NOW, opportunity, user

from graphcrm.access import Sight
from graphcrm.errors import ForbiddenError
from graphcrm.graph import Graph, Runner
from graphcrm.queries.opportunities.forecast import Expected, forecast

LIKELY = {"first_contact": 10, "quote": 60, "odd": 0}


@pytest.fixture
def deals(graph: Graph) -> Graph:
    """What is expected of Alice and of nobody, in June and July 2024, and what is late or counts for nothing."""
    user(graph, "alice", "Alice", team="North")
    june, july = date(2024, 6, 30), date(2024, 7, 1)
    opportunity(graph, "a", owner="alice", amount=100.0, currency="EUR", expected_close=june, stage="quote")
    opportunity(graph, "b", owner="alice", amount=0.3, currency="EUR", expected_close=june, probability=50)
    opportunity(graph, "c", owner="alice", amount=7.0, currency="CNY", expected_close=june, stage="odd")
    opportunity(graph, "unheard of", amount=7.0, currency="CNY", expected_close=june, stage="none")
    opportunity(graph, "d", amount=10.0, currency="EUR", expected_close=july)
    opportunity(graph, "late", amount=10.0, currency="EUR", expected_close=date(2024, 5, 31), probability=0)
    opportunity(graph, "far", amount=10.0, currency="EUR", expected_close=date(2024, 8, 1))
    opportunity(graph, "no day", amount=10.0, currency="EUR")
    opportunity(graph, "no amount", expected_close=june)
    opportunity(graph, "won", amount=9.0, currency="EUR", expected_close=june, stage="won", status="won")
    opportunity(graph, "gone", amount=9.0, currency="EUR", expected_close=june, deleted_at=NOW)
    return graph


def asked(graph: Runner, **whose: str) -> list[Expected]:
    return forecast(graph, since=date(2024, 6, 1), until=date(2024, 8, 1), likely=LIKELY, **whose)


def test_amounts_are_weighed_by_month_currency_and_owner(deals: Graph) -> None:
    june, july = date(2024, 6, 1), date(2024, 7, 1)
    assert asked(deals) == [
        Expected(None, "EUR", None, None, 1, 10.0, 0.0),
        Expected(june, "CNY", "alice", "Alice", 1, 7.0, 0.0),
        Expected(june, "EUR", "alice", "Alice", 2, 100.3, 60.15),
        Expected(july, "EUR", None, None, 1, 10.0, 1.0),
    ]


def test_those_of_an_owner_and_of_a_team(deals: Graph) -> None:
    assert (
        {one.owner for one in asked(deals, owner="alice")}
        == {one.owner for one in asked(deals, team="North")}
        == {"alice"}
    )
    assert asked(deals, team="none") == []


def test_what_may_not_be_seen_counts_for_nothing(deals: Graph) -> None:
    assert {one.owner for one in asked(deals.seen_by(Sight(opportunities=("",))))} == {None}


@pytest.mark.parametrize("name", ["amount", "expected_close", "probability"])
def test_without_what_it_rests_on_there_is_none(deals: Graph, name: str) -> None:
    with pytest.raises(ForbiddenError, match=f"may not see the {name} of any opportunity"):
        asked(deals.seen_by(Sight(hidden=frozenset({f"opportunity.{name}"}))))

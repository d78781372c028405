from __future__ import annotations

from datetime import UTC, datetime

import pytest
from worlds.build import opportunity

from graphcrm.graph import Graph
from graphcrm.queries.checks.odd_opportunities import odd_opportunities

STATUSES = {"first_contact": "open", "won": "won", "lost": "lost"}
AT = datetime(2024, 1, 1, tzinfo=UTC)


@pytest.fixture
def deals(graph: Graph) -> Graph:
    """Three that are as they may be."""
    opportunity(graph, "open", amount=5.0, currency="EUR", stage_since=AT, trail=[f"first_contact {AT.isoformat()}"])
    opportunity(graph, "won", stage="won", status="won", won_reason="Service", closed_at=AT)
    opportunity(graph, "lost", stage="lost", status="lost", lost_reason="Too dear")
    return graph


def test_what_goes_together_is_fine(deals: Graph) -> None:
    assert odd_opportunities(deals, statuses=STATUSES, limit=9) == []


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        ("n.stage = 'dream', n.trail = null", "there is no stage dream"),
        ("n.stage = null", "there is no stage that it is in"),
        ("n.status = 'won'", "it is won, and its stage open"),
        ("n.closed_at = datetime()", "it is open, and says when it was closed"),
        ("n.lost_reason = 'Dear'", "it says why it was lost, and is not"),
        ("n.won_reason = 'Dear'", "it says why it was won, and is not"),
        ("n.amount = null", "of its amount and its currency one is missing"),
        ("n.currency = null", "of its amount and its currency one is missing"),
        (
            "n.trail = ['needs 2024-01-01T00:00:00+00:00']",
            "it came to needs 2024-01-01T00:00:00+00:00, and is in first_contact",
        ),
    ],
)
def test_what_does_not_is_named(deals: Graph, wrong: str, what: str) -> None:
    deals.write(f"MATCH (n:Opportunity {{uid: 'open'}}) SET {wrong}")
    found = odd_opportunities(deals, statuses=STATUSES, limit=9)
    assert [(one.where, one.what) for one in found] == [(["Opportunity open"], what)]
    assert odd_opportunities(deals, statuses=STATUSES, limit=0) == []


def test_one_is_lost_for_a_reason(deals: Graph) -> None:
    deals.write("MATCH (n:Opportunity {uid: 'lost'}) REMOVE n.lost_reason")
    assert [one.what for one in odd_opportunities(deals, statuses=STATUSES, limit=9)] == ["it is lost for no reason"]


def test_what_was_said_of_a_stage_goes_before_what_was_shipped(deals: Graph) -> None:
    deals.write("CREATE (:Stage {uid: 'first_contact', status: 'won'}), (:Stage {uid: 'mine', status: 'open'})")
    found = odd_opportunities(deals, statuses=STATUSES, limit=9)
    assert [one.what for one in found] == ["it is open, and its stage won"]

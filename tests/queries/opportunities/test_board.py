from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from worlds.build import NOW

from graphcrm.access import Sight
from graphcrm.graph import Graph, Runner
from graphcrm.queries.opportunities.board import board

from .conftest import STAGES


def asked(graph: Runner, since: datetime = NOW - timedelta(days=30), **whose: str) -> list[tuple[object, ...]]:
    lanes = board(graph, stages=STAGES, since=since, **whose)
    return [(lane.stage, lane.count, lane.sums) for lane in lanes]


def test_each_stage_is_counted_and_added_up_by_currency(deals: Graph) -> None:
    assert asked(deals) == [("needs", 3, [("CNY", 5.0), ("EUR", 30.3)]), ("quote", 0, []), ("won", 1, [("EUR", 7.0)])]
    assert asked(deals, since=NOW - timedelta(days=50))[2] == ("won", 2, [("EUR", 7.0)])


def test_what_is_worth_nothing_that_is_said_counts_and_adds_nothing(deals: Graph) -> None:
    deals.write("MATCH (n {uid: 'c'}) SET n.coin = '', n.worth = -1.0")
    assert asked(deals)[0] == ("needs", 3, [("EUR", 30.3)])


def test_those_of_an_owner_and_of_a_team(deals: Graph) -> None:
    assert asked(deals, owner="bob")[0] == ("needs", 1, [("EUR", 20.2)])
    assert asked(deals, team="North")[0] == ("needs", 1, [("EUR", 10.1)])
    assert asked(deals, team="none")[0] == asked(deals, team="North", owner="bob")[0] == ("needs", 0, [])


def test_what_may_not_be_seen_is_not_counted(deals: Graph) -> None:
    seen = asked(deals.seen_by(Sight(opportunities=("alice",))))
    assert (seen[0], seen[2][1]) == (("needs", 1, [("EUR", 10.1)]), 1)
    assert asked(deals.seen_by(Sight(opportunities=("", "bob"))))[0] == ("needs", 2, [("CNY", 5.0), ("EUR", 20.2)])
    hidden = deals.seen_by(Sight(hidden=frozenset({"opportunity.amount"})))
    assert {str(sums) for _, _, sums in asked(hidden)} == {"[]"}


@pytest.mark.parametrize("limit", [1, 2])
def test_no_more_lanes_than_asked_for(deals: Graph, limit: int) -> None:
    assert len(board(deals, stages=STAGES, since=NOW, limit=limit)) == limit


def test_no_stage_is_no_lane(deals: Graph) -> None:
    assert board(deals, stages=[], since=NOW) == []

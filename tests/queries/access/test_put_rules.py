from __future__ import annotations

from datetime import UTC, datetime

from worlds.build import user

from graphcrm.graph import Graph
from graphcrm.queries.access.put_rules import Ruled, put_rules
from graphcrm.queries.access.teams import teams

NOW = datetime(2024, 6, 1, tzinfo=UTC)
NONE = {"claims_a_day": None, "reclaim_after": None}


def put(graph: Graph, team: str = "A", **rules: int | None) -> Ruled | None:
    return put_rules(graph, team=team, rules=rules, at=NOW)


def test_a_team_that_is_not_there_has_no_rules(graph: Graph) -> None:
    assert put(graph, claims_a_day=1) is None


def test_rules_are_said_one_by_one_and_taken_back(graph: Graph) -> None:
    user(graph, "in A", team="A")
    assert put(graph, claims_a_day=5) == Ruled(2, NONE)
    assert put(graph, reclaim_after=30) == Ruled(3, {"claims_a_day": 5, "reclaim_after": None})
    assert put(graph, claims_a_day=5, reclaim_after=30) == Ruled(3, {"claims_a_day": 5, "reclaim_after": 30})
    (team,) = teams(graph)
    assert (team.claims_a_day, team.reclaim_after) == (5, 30)
    assert put(graph, claims_a_day=None) == Ruled(4, {"claims_a_day": 5, "reclaim_after": 30})
    (team,) = teams(graph)
    assert (team.claims_a_day, team.reclaim_after) == (None, 30)

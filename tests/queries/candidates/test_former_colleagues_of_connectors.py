from __future__ import annotations

from datetime import date

import pytest
from worlds.build import contact, job

from graphcrm.graph import Graph
from graphcrm.queries.candidates.candidate import Candidate
from graphcrm.queries.candidates.former_colleagues_of_connectors import former_colleagues_of_connectors

from .bridges import ON, FormerColleagueRules, Pairs


def candidates(graph: Graph, ties: dict[str, float], **asked: object) -> list[Candidate]:
    every = {"target": "target", "on": ON, "cap": 500, "limit": 100}
    return former_colleagues_of_connectors(graph, connectors=sorted(ties), ties=ties, **{**every, **asked})


class TestFormerColleaguesOfConnectors(FormerColleagueRules):
    def found(self, graph: Graph, *, on: date = ON, cap: int = 500, limit: int = 100) -> Pairs:
        rows = candidates(graph, {"cora": 0.5, "tom": 0.5}, on=on, cap=cap, limit=limit)
        assert len({(row.connector, row.target_contact) for row in rows}) == len(rows)
        return {(row.connector, row.target_contact) for row in rows}

    def bounds(self, graph: Graph) -> list[float]:
        return [row.bound for row in candidates(graph, {"cora": 0.5})]

    def test_only_the_connectors_asked_for_are_looked_at(self, world: Graph) -> None:
        assert candidates(world, {}) == []
        assert candidates(world, {"zed": 1.0, "nobody": 1.0}) == []

    def test_the_bound_follows_the_tie_and_the_best_comes_first(self, world: Graph) -> None:
        contact(world, "dina")
        job(world, "dina", "past", start="2015-01-01", end="2018-01-01")
        rows = candidates(world, {"cora": 0.2, "dina": 0.8})
        assert [(row.user, row.connector) for row in rows] == [(None, "dina"), (None, "cora")]
        assert rows[0].bound == pytest.approx(4 * rows[1].bound)
        assert [row.connector for row in candidates(world, {"cora": 0.2, "dina": 0.8}, limit=1)] == ["dina"]

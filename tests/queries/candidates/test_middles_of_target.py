from __future__ import annotations

from datetime import date

import pytest
from worlds.build import contact, job

from graphcrm.graph import Graph
from graphcrm.queries.candidates.middles_of_target import Middle, middles_of_target

from .bridges import ON, FormerColleagueRules, Pairs


def hops(graph: Graph, **asked: object) -> list[Middle]:
    return middles_of_target(graph, **{"target": "target", "on": ON, "least": -1.0, "cap": 500, "limit": 100, **asked})


class TestMiddlesOfTarget(FormerColleagueRules):
    def found(self, graph: Graph, *, on: date = ON, cap: int = 500, limit: int = 100) -> Pairs:
        rows = hops(graph, on=on, cap=cap, limit=limit)
        assert len({row.middle for row in rows}) == len(rows)
        return {(row.middle, "tom") for row in rows}  # the only one at the target

    def bounds(self, graph: Graph) -> list[float]:
        return [row.bound for row in hops(graph)]

    def test_a_middle_needs_no_tie(self, world: Graph) -> None:
        world.write("MATCH (u:User) DETACH DELETE u")
        assert self.found(world) == {("cora", "tom")}

    def test_the_best_bound_comes_first_and_the_limit_cuts(self, world: Graph) -> None:
        contact(world, "dina")
        job(world, "dina", "past", start="2017-12-01", end="2018-01-01")
        assert [row.middle for row in hops(world)] == ["cora", "dina"]
        assert [row.middle for row in hops(world, limit=1)] == ["cora"]

    def test_a_middle_counts_by_the_best_of_those_at_the_target(self, world: Graph) -> None:
        (alone,) = hops(world)
        contact(world, "ted")
        job(world, "ted", "past", start="2015-01-01", end="2018-01-01")
        job(world, "ted", "target", start="2020-01-01", role="buyer")
        assert {row.middle: row.bound for row in hops(world)} == {"cora": pytest.approx(alone.bound / 0.6)}

    def test_what_cannot_exceed_the_least_is_left_out(self, world: Graph) -> None:
        (row,) = hops(world)
        assert hops(world, least=row.bound * 0.999) == [row]
        assert hops(world, least=row.bound) == []
        assert hops(world, least=0.7) == []

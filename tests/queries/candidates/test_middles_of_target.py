from __future__ import annotations

from datetime import date

from worlds.build import contact, job

from graphcrm.graph import Graph
from graphcrm.queries.candidates.middles_of_target import LastHop, middles_of_target

from .bridges import ON, FormerColleagueRules, Pairs


def hops(graph: Graph, **asked: object) -> list[LastHop]:
    return middles_of_target(graph, **{"target": "target", "on": ON, "cap": 500, "limit": 100, **asked})


class TestMiddlesOfTarget(FormerColleagueRules):
    def found(self, graph: Graph, *, on: date = ON, cap: int = 500, limit: int = 100) -> Pairs:
        rows = hops(graph, on=on, cap=cap, limit=limit)
        assert len({(row.middle, row.target_contact) for row in rows}) == len(rows)
        return {(row.middle, row.target_contact) for row in rows}

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

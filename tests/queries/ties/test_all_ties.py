from __future__ import annotations

from worlds.build import contact, interaction

from graphcrm.graph import Graph
from graphcrm.queries.ties.all_ties import all_ties
from graphcrm.queries.ties.tie_bound import TieBound

from .asking import TeamRules, when


class TestAllTies(TeamRules):
    def ties(self, graph: Graph, **asked: object) -> list[TieBound]:
        return all_ties(graph, **{**when(), **asked})

    def test_ties_without_weight_are_ties(self, world: Graph) -> None:
        interaction(world, "alice", "ann", "2024-01-01", participants=30)
        assert [(tie.contact, tie.heat, tie.most) for tie in self.ties(world)] == [("ann", None, 0.0)]

    def test_the_limit_cuts(self, world: Graph) -> None:
        for uid in ("bo", "cy"):
            contact(world, uid)
            interaction(world, "alice", uid, "2024-01-01")
        assert len(self.ties(world, limit=1)) == 1

from __future__ import annotations

from worlds.build import contact, interaction, rating, user

from graphcrm.graph import Graph
from graphcrm.queries.ties.tie_bound import TieBound
from graphcrm.queries.ties.ties_of_user import ties_of_user

from .asking import TieRules, when


class TestTiesOfUser(TieRules):
    def ties(self, graph: Graph, **asked: object) -> list[TieBound]:
        return ties_of_user(graph, user="alice", **{**when(), **asked})

    def test_an_unknown_user_has_none(self, world: Graph) -> None:
        assert ties_of_user(world, user="nobody", **when()) == []

    def test_the_strongest_come_first_and_those_without_weight_last(self, world: Graph) -> None:
        user(world, "bob")
        for uid in ("crowd", "mailed", "met", "rated"):
            contact(world, uid)
        interaction(world, "alice", "crowd", "2024-05-01", participants=12)
        interaction(world, "alice", "mailed", "2024-05-01", channel="email")
        interaction(world, "alice", "met", "2024-05-01", channel="meeting")
        rating(world, "alice", "rated", 5, "2024-05-01")
        interaction(world, "bob", "ann", "2024-05-01")
        assert [tie.contact for tie in self.ties(world)] == ["rated", "met", "mailed", "crowd"]
        assert [tie.contact for tie in self.ties(world, limit=2)] == ["rated", "met"]
        assert self.ties(world)[-1].most == 0

    def test_a_user_who_has_left_still_has_ties(self, world: Graph) -> None:
        world.write("MATCH (u:User) SET u.active = false")
        interaction(world, "alice", "ann", "2024-05-01")
        assert [tie.contact for tie in self.ties(world)] == ["ann"]

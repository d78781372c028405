from __future__ import annotations

from worlds.build import contact, interaction, rating, user

from graphcrm.graph import Graph
from graphcrm.queries.ties.strongest_ties import strongest_ties
from graphcrm.queries.ties.tie_bound import TieBound

from .asking import TeamRules, when


class TestStrongestTies(TeamRules):
    def ties(self, graph: Graph, **asked: object) -> list[TieBound]:
        return strongest_ties(graph, **{**when(), **asked})

    def test_the_hottest_come_first_and_heat_says_nothing_of_ratings(self, world: Graph) -> None:
        user(world, "bob")
        for uid in ("bo", "di"):
            contact(world, uid)
        interaction(world, "alice", "ann", "2024-01-01", channel="email")
        interaction(world, "bob", "bo", "2024-01-01", channel="meeting")
        rating(world, "alice", "di", 1, "2024-01-01")
        assert [tie.contact for tie in self.ties(world) if tie.heat is not None] == ["bo", "ann"]
        assert {tie.contact for tie in self.ties(world, limit=1)} == {"bo", "di"}

    def test_one_meeting_yesterday_is_hotter_than_three_of_two_years_ago(self, world: Graph) -> None:
        contact(world, "old")
        interaction(world, "alice", "ann", "2024-05-31")
        for day in ("2022-05-30", "2022-05-31", "2022-06-01"):
            interaction(world, "alice", "old", day)
        assert [tie.contact for tie in self.ties(world, limit=1)] == ["ann"]

    def test_ties_without_weight_are_left_out(self, world: Graph) -> None:
        interaction(world, "alice", "ann", "2024-01-01", participants=10)
        assert self.ties(world) == []

from __future__ import annotations

from datetime import date

import pytest
from worlds.build import account, contact, interaction, job

from graphcrm.graph import Graph
from graphcrm.queries.ties.tie_bound import TieBound
from graphcrm.queries.ties.ties_near_target import ties_near_target

from .asking import TeamRules, when


class TestTiesNearTarget(TeamRules):
    def ties(self, graph: Graph, **asked: object) -> list[TieBound]:
        return ties_near_target(graph, **{**when(), "target": "place", **asked})

    def near(self, graph: Graph, **asked: object) -> set[str]:
        return {tie.contact for tie in self.ties(graph, **asked)}

    @pytest.fixture
    def met(self, world: Graph) -> Graph:
        """ann is at the place; bo was at her old one, cy with bo elsewhere, and di is a freelancer like ann once."""
        for uid in ("old", "else"):
            account(world, uid)
        account(world, "freelance", placeholder=True)
        for uid in ("bo", "cy", "di"):
            contact(world, uid)
        job(world, "ann", "old", start="2010", end="2015")
        job(world, "ann", "freelance", start="2015", end="2016")
        job(world, "bo", "old", start="2012", end="2013")
        job(world, "bo", "else", start="2013")
        job(world, "cy", "else", start="2013")
        job(world, "di", "freelance", start="2015")
        for uid in ("ann", "bo", "cy", "di"):
            interaction(world, "alice", uid, "2024-01-01")
        return world

    def test_people_of_the_target_and_of_their_workplaces_are_near(self, met: Graph) -> None:
        assert self.near(met) == {"ann", "bo"}
        assert self.near(met, target="else") == {"ann", "bo", "cy"}
        assert self.near(met, target="nowhere") == set()

    def test_places_above_the_cap_bring_nobody_near(self, met: Graph) -> None:
        assert self.near(met, cap=2) == {"ann", "bo"}
        assert self.near(met, cap=1) == {"ann"}

    def test_who_is_at_the_target_that_day_decides(self, met: Graph) -> None:
        assert self.near(met, on=date(2018, 12, 31)) == set()

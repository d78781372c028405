from __future__ import annotations

from datetime import date

from worlds.build import NOW, interaction, user

from graphcrm.graph import Graph
from graphcrm.queries.candidates.candidate import Candidate
from graphcrm.queries.candidates.former_colleagues_of_team import former_colleagues_of_team

from .bridges import AGE, ON, FormerColleagueRules, Pairs, TieRules


def candidates(graph: Graph, **asked: object) -> list[Candidate]:
    every = {"target": "target", "on": ON, "before": NOW, "age": AGE, "cap": 500, "limit": 100}
    return former_colleagues_of_team(graph, **{**every, **asked})


class TestFormerColleaguesOfTeam(FormerColleagueRules, TieRules):
    def found(self, graph: Graph, *, on: date = ON, cap: int = 500, limit: int = 100) -> Pairs:
        rows = candidates(graph, on=on, cap=cap, limit=limit)
        assert len({(row.connector, row.target_contact) for row in rows}) == len(rows)
        return {(row.connector, row.target_contact) for row in rows}

    def ties(self, graph: Graph, **asked: object) -> Pairs:
        return {(row.user, row.connector or "") for row in candidates(graph, **asked)}

    def bounds(self, graph: Graph) -> list[float]:
        return [row.bound for row in candidates(graph)]

    def test_the_ties_of_all_active_users_are_followed_the_best_first(self, world: Graph) -> None:
        user(world, "bob", active=None)
        user(world, "gone", active=False)
        for uid, at in (("bob", "2012-01-01"), ("gone", "2013-01-01")):
            interaction(world, uid, "cora", at)
        assert [(row.user, row.connector) for row in candidates(world)] == [("bob", "cora"), ("alice", "cora")]
        assert [row.user for row in candidates(world, limit=1)] == ["bob"]

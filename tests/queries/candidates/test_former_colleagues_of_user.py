from __future__ import annotations

from datetime import date

from worlds.build import NOW, contact, interaction, job, user

from graphcrm.graph import Graph
from graphcrm.queries.candidates.candidate import Candidate
from graphcrm.queries.candidates.former_colleagues_of_user import former_colleagues_of_user

from .bridges import AGE, ON, FormerColleagueRules, Pairs, TieRules


def candidates(graph: Graph, of: str = "alice", **asked: object) -> list[Candidate]:
    every = {"target": "target", "on": ON, "before": NOW, "age": AGE, "cap": 500, "limit": 100}
    return former_colleagues_of_user(graph, user=of, **{**every, **asked})


class TestFormerColleaguesOfUser(FormerColleagueRules, TieRules):
    def found(self, graph: Graph, *, on: date = ON, cap: int = 500, limit: int = 100) -> Pairs:
        rows = candidates(graph, on=on, cap=cap, limit=limit)
        assert len({(row.connector, row.target_contact) for row in rows}) == len(rows)
        return {(row.connector, row.target_contact) for row in rows}

    def ties(self, graph: Graph, **asked: object) -> Pairs:
        return {(row.user, row.connector or "") for row in candidates(graph, **asked)}

    def bounds(self, graph: Graph) -> list[float]:
        return [row.bound for row in candidates(graph)]

    def test_only_the_ties_of_the_user_asked_for_are_followed(self, world: Graph) -> None:
        user(world, "bob", active=False)
        assert candidates(world, "bob") == []
        assert candidates(world, "nobody") == []
        interaction(world, "bob", "cora", "2010-01-01")
        assert {row.user for row in candidates(world, "bob")} == {"bob"}, "also when they have left"

    def test_the_best_bound_comes_first_and_the_limit_cuts(self, world: Graph) -> None:
        contact(world, "dina")
        job(world, "dina", "past", start="2017-12-01", end="2018-01-01")
        interaction(world, "alice", "dina", "2010-01-01", channel="email")
        assert [row.connector for row in candidates(world)] == ["cora", "dina"]
        assert [row.connector for row in candidates(world, limit=1)] == ["cora"]
        first, second = (row.bound for row in candidates(world))
        assert first > second > 0

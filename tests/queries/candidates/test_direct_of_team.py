from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from worlds.build import NOW, interaction, job, rating, user

from graphcrm.graph import Graph
from graphcrm.queries.candidates.candidate import Candidate
from graphcrm.queries.candidates.direct_of_team import direct_of_team

from .bridges import AGE, ON, Pairs, TieRules, bridge


def candidates(graph: Graph, **asked: object) -> list[Candidate]:
    every = {"target": "target", "on": ON, "before": NOW, "age": AGE, "limit": 100}
    return direct_of_team(graph, **{**every, **asked})


@pytest.fixture
def world(graph: Graph) -> Graph:
    """The bridge, with alice knowing tom instead."""
    graph.transaction(bridge)
    graph.write("MATCH ()-[k:KNOWS]->() DELETE k")
    interaction(graph, "alice", "tom", "2010-01-01")
    return graph


class TestDirectOfTeam(TieRules):
    known = "tom"

    def ties(self, graph: Graph, **asked: object) -> Pairs:
        return {(row.user, row.target_contact) for row in candidates(graph, **asked)}

    def bounds(self, graph: Graph) -> list[float]:
        return [row.bound for row in candidates(graph)]

    def test_an_empty_graph_has_none(self, graph: Graph) -> None:
        assert candidates(graph) == []

    @pytest.mark.parametrize(
        ("on", "there"), [("2019-12-31", 0), ("2020-01-01", 1), ("2022-12-31", 1), ("2023-01-01", 0)]
    )
    def test_the_job_at_the_target_has_to_hold_on_the_day(self, world: Graph, on: str, there: int) -> None:
        assert len(candidates(world, on=date.fromisoformat(on))) == there

    def test_the_ties_of_all_active_users_are_followed_the_best_first(self, world: Graph) -> None:
        user(world, "bob", active=None)
        user(world, "gone", active=False)
        for uid in ("bob", "gone"):
            interaction(world, uid, "tom", "2012-01-01")
        assert [(row.user, row.connector, row.middle, row.target_contact) for row in candidates(world)] == [
            ("bob", None, None, "tom"),
            ("alice", None, None, "tom"),
        ]
        assert [row.user for row in candidates(world, limit=1)] == ["bob"]

    def test_several_jobs_and_a_rating_beside_meetings_are_one_candidate(self, world: Graph) -> None:
        job(world, "tom", "target", start="2021-01-01", role="influencer")
        rating(world, "alice", "tom", 4, "2020-01-01")
        (row,) = candidates(world)
        assert row.bound == pytest.approx(0.65 * 0.5 ** ((NOW - datetime(2020, 1, 1, tzinfo=UTC)).days / 730) * 0.8)

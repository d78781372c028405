from __future__ import annotations

from datetime import date

import pytest
from worlds.build import NOW, interaction, job, rating, user

from graphcrm.graph import Graph
from graphcrm.queries.candidates.candidate import Candidate
from graphcrm.queries.candidates.direct_of_user import direct_of_user

from .bridges import AGE, ON, Pairs, TieRules, bridge


def candidates(graph: Graph, of: str = "alice", **asked: object) -> list[Candidate]:
    every = {"target": "target", "on": ON, "before": NOW, "age": AGE, "limit": 100}
    return direct_of_user(graph, user=of, **{**every, **asked})


@pytest.fixture
def world(graph: Graph) -> Graph:
    """The bridge, with alice knowing tom instead."""
    graph.transaction(bridge)
    graph.write("MATCH ()-[k:KNOWS]->() DELETE k")
    interaction(graph, "alice", "tom", "2010-01-01")
    return graph


class TestDirectOfUser(TieRules):
    known = "tom"

    def ties(self, graph: Graph, **asked: object) -> Pairs:
        return {(row.user, row.target_contact) for row in candidates(graph, **asked)}

    def bounds(self, graph: Graph) -> list[float]:
        return [row.bound for row in candidates(graph)]

    def test_an_empty_graph_has_none(self, graph: Graph) -> None:
        assert candidates(graph) == []

    def test_a_direct_path_has_nobody_between(self, world: Graph) -> None:
        assert {(row.user, row.connector, row.middle, row.target_contact) for row in candidates(world)} == {
            ("alice", None, None, "tom")
        }

    @pytest.mark.parametrize(
        ("on", "there"), [("2019-12-31", 0), ("2020-01-01", 1), ("2022-12-31", 1), ("2023-01-01", 0)]
    )
    def test_the_job_at_the_target_has_to_hold_on_the_day(self, world: Graph, on: str, there: int) -> None:
        assert len(candidates(world, on=date.fromisoformat(on))) == there

    def test_only_the_ties_of_the_user_asked_for_are_followed(self, world: Graph) -> None:
        user(world, "bob", active=False)
        interaction(world, "bob", "tom", "2010-01-01")
        assert {row.user for row in candidates(world)} == {"alice"}
        assert {row.user for row in candidates(world, "bob")} == {"bob"}
        assert candidates(world, "nobody") == []

    def test_several_jobs_and_a_rating_beside_meetings_are_one_candidate(self, world: Graph) -> None:
        job(world, "tom", "target", start="2021-01-01", role="decision_maker")
        rating(world, "alice", "tom", 5, "2020-01-01")
        (row,) = candidates(world)
        assert row.bound == 0.85

    def test_the_best_bound_comes_first_and_the_limit_cuts(self, world: Graph) -> None:
        job(world, "zed", "target", start="2020", role="buyer")
        interaction(world, "alice", "zed", "2010-01-01")
        assert [row.target_contact for row in candidates(world)] == ["zed", "tom"]
        assert [row.target_contact for row in candidates(world, limit=1)] == ["zed"]

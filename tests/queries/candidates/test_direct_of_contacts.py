from __future__ import annotations

from datetime import date

import pytest
from worlds.build import job

from graphcrm.graph import Graph
from graphcrm.queries.candidates.direct_of_contacts import AtTarget, direct_of_contacts

from .bridges import ON, stint


def candidates(graph: Graph, ties: dict[str, float], **asked: object) -> list[AtTarget]:
    every = {"target": "target", "on": ON, "limit": 100}
    return direct_of_contacts(graph, contacts=sorted(ties), ties=ties, **{**every, **asked})


def reached(graph: Graph, ties: dict[str, float], **asked: object) -> list[tuple[str, float]]:
    return [(row.target_contact, pytest.approx(row.bound)) for row in candidates(graph, ties, **asked)]


def test_an_empty_graph_has_none(graph: Graph) -> None:
    assert candidates(graph, {"tom": 0.5}) == []


def test_only_the_contacts_asked_for_who_are_at_the_target_are_reached(world: Graph) -> None:
    assert reached(world, {"tom": 0.5, "cora": 0.9, "nobody": 1.0}) == [("tom", 0.3)]
    assert candidates(world, {}) == []


@pytest.mark.parametrize(("on", "there"), [("2019-12-31", 0), ("2020-01-01", 1), ("2022-12-31", 1), ("2023-01-01", 0)])
def test_the_job_at_the_target_has_to_hold_on_the_day(world: Graph, on: str, there: int) -> None:
    assert len(candidates(world, {"tom": 0.5}, on=date.fromisoformat(on))) == there


def test_several_jobs_are_one_candidate_of_the_weightiest_role_and_the_latest_word(world: Graph) -> None:
    stint(world, "tom-target", verified_on=date(2019, 12, 31))
    assert reached(world, {"tom": 0.5}) == [("tom", 0.5 * 0.6 * 0.7)]
    job(world, "tom", "target", start="2021-01-01", role="buyer", verified_on=date(2020, 12, 31))
    assert reached(world, {"tom": 0.5}) == [("tom", 0.5 * 0.9)]


def test_the_best_bound_comes_first_and_the_limit_cuts(world: Graph) -> None:
    job(world, "zed", "target", start="2020", role="influencer")
    assert reached(world, {"tom": 0.5, "zed": 0.5}) == [("zed", 0.4), ("tom", 0.3)]
    assert reached(world, {"tom": 0.5, "zed": 0.5}, limit=1) == [("zed", 0.4)]

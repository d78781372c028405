from __future__ import annotations

from datetime import date

import pytest
from worlds.build import account, contact, job

from graphcrm.graph import Graph
from graphcrm.queries.candidates.middles_of_connectors import FirstHops, middles_of_connectors

from .bridges import stint

ON = date(2022, 1, 1)


@pytest.fixture
def world(graph: Graph) -> Graph:
    """cora and mia, both at the same place [2015-01-01, 2018-01-01); zed has never worked; the target is empty."""
    for uid in ("place", "target"):
        account(graph, uid)
    for uid in ("cora", "mia", "zed"):
        contact(graph, uid)
    job(graph, "cora", "place", start="2015-01-01", end="2018-01-01", uid="cora-place")
    job(graph, "mia", "place", start="2015-01-01", end="2018-01-01", uid="mia-place")
    return graph


def hops(
    graph: Graph, ties: dict[str, float] | None = None, middles: dict[str, float] | None = None, **asked: object
) -> list[FirstHops]:
    ties, middles = ties or {"cora": 0.5}, middles or {"mia": 0.5, "cora": 0.5, "zed": 0.5}
    every = {"least": -1.0, "target": "target", "on": ON, "cap": 500, "limit": 100}
    return middles_of_connectors(graph, connectors=list(ties), ties=ties, middles=middles, **{**every, **asked})


def pairs(graph: Graph, **asked: object) -> set[tuple[str, str]]:
    rows = hops(graph, **asked)
    assert len({(row.connector, row.middle) for row in rows}) == len(rows)
    return {(row.connector, row.middle) for row in rows}


def test_an_empty_graph_has_none(graph: Graph) -> None:
    assert hops(graph) == []


def test_a_connector_and_a_middle_who_may_have_worked_together_are_a_pair(world: Graph) -> None:
    assert pairs(world) == {("cora", "mia")}
    assert pairs(world, ties={"mia": 1.0, "cora": 1.0}) == {("cora", "mia"), ("mia", "cora")}
    assert pairs(world, ties={"zed": 1.0}) == set()
    assert pairs(world, middles={"zed": 1.0}) == set()


def test_stints_that_only_touch_make_no_pair(world: Graph) -> None:
    stint(world, "mia-place", start_min=date(2018, 1, 1), end_max=date(2019, 1, 1))
    assert pairs(world) == set()


@pytest.mark.parametrize(("on", "met"), [("2015-01-01", 0), ("2015-01-02", 1)])
def test_an_overlap_counts_once_it_has_begun(world: Graph, on: str, met: int) -> None:
    assert len(pairs(world, on=date.fromisoformat(on))) == met


def test_placeholders_and_workplaces_above_the_cap_are_left_out(world: Graph) -> None:
    assert pairs(world, cap=2) == {("cora", "mia")}
    assert pairs(world, cap=1) == set()
    world.write("MATCH (a:Account {uid: 'place'}) SET a.placeholder = true")
    assert pairs(world) == set()


@pytest.mark.parametrize(
    ("on", "left"), [("2019-12-31", True), ("2020-01-01", False), ("2020-12-31", False), ("2021-01-01", True)]
)
def test_a_connector_who_is_at_the_target_on_the_day_is_left_out(world: Graph, on: str, left: bool) -> None:
    job(world, "cora", "target", start="2020-01-01", end="2021-01-01")
    assert (pairs(world, on=date.fromisoformat(on)) == {("cora", "mia")}) is left


def test_somebody_who_came_back_is_found_once(world: Graph) -> None:
    for uid in ("cora", "mia"):
        job(world, uid, "place", start="2019-01-01", end="2020-01-01")
    assert pairs(world) == {("cora", "mia")}


def test_the_bound_follows_both_sides_and_the_best_comes_first(world: Graph) -> None:
    job(world, "zed", "place", start="2015-01-01", end="2018-01-01")
    rows = hops(world, middles={"mia": 0.2, "zed": 0.4})
    assert [row.middle for row in rows] == ["zed", "mia"]
    assert rows[0].bound == pytest.approx(2 * rows[1].bound)
    (half,) = hops(world, ties={"cora": 0.25}, middles={"mia": 0.2})
    assert half.bound == pytest.approx(rows[1].bound / 2)
    assert len(hops(world, limit=1)) == 1


def test_what_cannot_exceed_the_least_is_left_out(world: Graph) -> None:
    (row,) = hops(world, middles={"mia": 0.2})
    assert hops(world, middles={"mia": 0.2}, least=row.bound * 0.999) == [row]
    assert hops(world, middles={"mia": 0.2}, least=row.bound) == []

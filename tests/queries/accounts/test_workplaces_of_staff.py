from __future__ import annotations

from datetime import date

import pytest
from worlds.build import TODAY, account, contact, job

from graphcrm.graph import Graph
from graphcrm.queries.accounts.workplaces_of_staff import workplaces_of_staff


@pytest.fixture
def target(graph: Graph) -> Graph:
    """ann is at the target since 2020-01-01; before, she was at Big, which has three stints, and at Small."""
    for uid in ("target", "big", "small"):
        account(graph, uid, uid.title())
    for uid in ("ann", "bo", "cy"):
        contact(graph, uid)
        job(graph, uid, "big", start="2010-01-01", end="2015-01-01")
    job(graph, "ann", "small", start="2015-01-01", end="2020-01-01")
    job(graph, "ann", "target", start="2020-01-01", end="2023-01-01")
    return graph


def left_out(graph: Graph, cap: int = 2, on: date = date(2022, 1, 1)) -> list[tuple[str, str, int]]:
    found = workplaces_of_staff(graph, target="target", on=on, cap=cap, limit=99)
    return [(place.account, place.name, place.people) for place in found.too_large]


def test_an_unknown_target_leaves_out_nothing(graph: Graph) -> None:
    assert left_out(graph) == []


def test_workplaces_above_the_cap_are_named_the_largest_first(target: Graph) -> None:
    assert left_out(target) == [("big", "Big", 3)]
    assert left_out(target, cap=3) == []
    assert left_out(target, cap=0) == [("big", "Big", 3), ("small", "Small", 1), ("target", "Target", 1)]


@pytest.mark.parametrize(("on", "named"), [("2019-12-31", 0), ("2020-01-01", 1), ("2022-12-31", 1), ("2023-01-01", 0)])
def test_only_workplaces_of_those_who_are_at_the_target_that_day_count(target: Graph, on: str, named: int) -> None:
    assert len(left_out(target, on=date.fromisoformat(on))) == named


def test_a_placeholder_is_not_named(target: Graph) -> None:
    account(target, "freelance", placeholder=True)
    for uid in ("ann", "bo", "cy"):
        job(target, uid, "freelance", start="2001")
    assert left_out(target) == [("big", "Big", 3)]


def test_workplaces_of_later_days_are_not_named(target: Graph) -> None:
    account(target, "later")
    for uid in ("ann", "bo", "cy"):
        job(target, uid, "later", start="2022-06-01")
    assert left_out(target) == [("big", "Big", 3)]
    assert left_out(target, on=date(2022, 6, 2)) == [("big", "Big", 3), ("later", "later", 3)]


def test_the_limit_cuts(target: Graph) -> None:
    found = workplaces_of_staff(target, target="target", on=date(2022, 1, 1), cap=0, limit=1)
    assert [place.account for place in found.too_large] == ["big"]


def test_the_smallest_place_of_those_searched_brings_people_nearest(target: Graph) -> None:
    def near(cap: int = 500, on: date = date(2022, 1, 1)) -> float:
        return workplaces_of_staff(target, target="target", on=on, cap=cap, limit=9).near

    unknown = 0.7 * 0.7 * (50 / 500) ** 0.5
    assert near() == pytest.approx(unknown)
    target.write("MATCH (a:Account {uid: 'big'}) SET a.size_band = '51-200'")
    assert near() == pytest.approx(0.7 * 0.7 * (50 / 125.5) ** 0.5)
    assert near(cap=2) == pytest.approx(unknown)
    assert near(cap=0) == 0
    assert near(on=TODAY) == 0, "nobody is at the target"
    target.write("MATCH (:Contact {uid: 'ann'})-[w:WORKS_AT]->(:Account {uid: 'small'}) SET w.department = 'Sales'")
    assert near() == pytest.approx(max(0.7 * 0.7 * (50 / 125.5) ** 0.5, 0.7 * (50 / 500) ** 0.5))

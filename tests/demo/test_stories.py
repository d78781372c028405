"""The tour's answers, as of the world's own day; the arithmetic of design/04 is written out where it is short."""

from __future__ import annotations

import math
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from graphcrm.demo import WORLD_DATE, write_world

from .brute_force import Found, World, instant

BEFORE_THE_MOVE = date(2026, 4, 1)  # Maya was at Globex Marine still
STORY_TARGETS = ("polaris-robotics", "qiming", "lumen-harbor", "ordovane", "skerrow")


def best(world: World, target: str, user: str, kind: str) -> Found:
    return next(path for path in world.paths(target, [user]) if path.kind == kind)


PLANNED = [  # target, kind, band, score, who is asked
    ("polaris-robotics", "direct", "strong", 0.813, "alice maya-lindqvist"),
    ("polaris-robotics", "former_colleague", "good", 0.254, "alice hanna-vogel tomas-reyes"),
    ("polaris-robotics", "chain", "possible", 0.051, "alice noor-haddad jonas-weber priya-raman"),
    ("polaris-robotics", "former_colleague", "possible", 0.127, "bob felix-brandt priya-raman"),
    ("qiming", "former_colleague", "good", 0.294, "zhou.zimo han-shuning shen-ruolan"),
    ("qiming", "direct", "good", 0.228, "lin.xiaolan tan-yiran"),
    ("qiming", "direct", "possible", 0.076, "chen.yiming gu-jinghang"),
    ("lumen-harbor", "direct", "strong", 0.836, "dana amelia-frost"),
    ("ordovane", "direct", "strong", 0.916, "grace lotte-brandt-kim"),
    ("skerrow", "direct", "strong", 0.907, "charlie ingrid-solberg"),
    ("quillonard", "former_colleague", "weak", 0.003, "bob gordon-pike elena-marin"),
    ("quillonard", "direct", "weak", 0.002, "bob pete-lowry"),
]


@pytest.mark.parametrize("planned", PLANNED, ids=lambda planned: planned[-1])
def test_the_planned_path_is_the_best_of_its_kind(world: World, planned: tuple[str, str, str, float, str]) -> None:
    target, kind, band, score, people = planned
    asked = tuple(people.split())
    path = best(world, target, asked[0], kind)
    assert (path.people, path.band) == (asked, band)
    assert path.score == pytest.approx(score, abs=0.0006)


def test_two_years_in_a_small_company_are_a_good_path(world: World) -> None:
    months = (date(2024, 2, 1) - date(2022, 2, 1)).days / (365.25 / 12)
    years = (WORLD_DATE - date(2024, 2, 1)).days / 365.25
    past = 0.7 * (1 - math.exp(-months / 18)) * 1 * 0.5 ** (years / 5) * 1  # 22 people, the same department
    path = best(world, "polaris-robotics", "alice", "former_colleague")
    assert path.certain
    assert path.score == pytest.approx(world.ties["alice"]["hanna-vogel"] * past * 0.85)


def test_a_past_that_is_only_possible_is_never_called_good(world: World) -> None:
    path = best(world, "polaris-robotics", "bob", "former_colleague")
    assert path.score > 0.10
    assert (path.certain, path.band) == (False, "possible")


def test_the_whole_team_sees_the_paths_into_polaris_in_this_order(world: World) -> None:
    warm = [path.people for path in world.paths("polaris-robotics") if path.band != "weak"]
    assert warm[:3] == [
        ("alice", "maya-lindqvist"),
        ("alice", "hanna-vogel", "tomas-reyes"),
        ("bob", "felix-brandt", "priya-raman"),
    ]


def test_before_the_champion_moved_another_path_was_the_best(folder: Path) -> None:
    then = World(folder, BEFORE_THE_MOVE)
    paths = then.paths("polaris-robotics", ["alice"])
    assert paths[0].people == ("alice", "hanna-vogel", "tomas-reyes")
    assert "maya-lindqvist" not in {path.people[-1] for path in paths}


def test_alice_met_the_champion_only_where_she_was_before(world: World) -> None:
    days = [
        instant(row["occurred_at"]).date()
        for row in world.tables["interactions"]
        if row["contact_id"] == "maya-lindqvist"
    ]
    ((_, span), *_) = world.stints["maya-lindqvist"]["polaris-robotics"]
    assert len(days) > 40
    assert max(days) < span.start_min


def test_where_all_evidence_is_weak_there_is_evidence(world: World) -> None:
    paths = world.paths("quillonard")
    assert len(paths) > 5
    assert {path.band for path in paths} == {"weak"}


@pytest.mark.parametrize("seed", [2, 3])
def test_stories_come_out_the_same_for_every_seed(world: World, tmp_path: Path, seed: int) -> None:
    write_world(tmp_path, seed=seed)
    other = World(tmp_path, WORLD_DATE)
    for target in STORY_TARGETS:
        warm, other_warm = (
            [(path, path.band) for path in w.paths(target) if path.band != "weak"] for w in (world, other)
        )
        assert warm == other_warm
    assert {path.band for path in other.paths("quillonard")} == {"weak"}


def test_fourteen_of_corvanes_people_went_to_lumen_harbor(world: World) -> None:
    went = [
        uid
        for uid in world.people_at["corvane"]
        for _, old in world.stints[uid]["corvane"]
        for _, new in world.stints[uid].get("lumen-harbor", [])
        if old.end_max == new.start_min
    ]
    assert (len(went), len(world.people_at["corvane"])) == (14, 20)
    statuses = Counter(row["end_status"] for row, _ in world.jobs if row["account_id"] == "corvane")
    assert statuses == {"ended": 16, "ongoing": 4}


def test_an_acquisition_moves_everybody_on_one_day(world: World) -> None:
    day = "2025-04-01"
    left = [row for row, _ in world.jobs if row["account_id"] == "tessaline"]
    came = [row for row, _ in world.jobs if row["account_id"] == "ordovane"]
    assert {row["end_date"] for row in left} == {row["start_date"] for row in came} == {day}
    assert sorted(row["contact_id"] for row in left) == sorted(row["contact_id"] for row in came)
    assert len(left) == 9


def test_a_rich_career_has_two_returns_a_board_seat_and_partial_dates(world: World) -> None:
    jobs = [
        (row["account_id"], row["kind"], row["start_date"], row["end_date"])
        for row, _ in world.jobs
        if row["contact_id"] == "ingrid-solberg"
    ]
    assert sorted(jobs, key=lambda job: job[2]) == [
        ("lanternfield", "advisor", "", ""),
        ("northgate", "employee", "1999", "2003-05"),
        ("haldenvik", "employee", "2003-06", "2008-09-30"),
        ("northgate", "employee", "2008-10-01", "2014-03-31"),
        ("haldenvik", "employee", "2014-04-01", "2021-08-31"),
        ("skerrow", "employee", "2021-09-01", ""),
        ("northgate", "board", "2022-03", ""),
    ]


def test_nobody_has_spoken_to_asterwold_grid_for_more_than_a_year(world: World) -> None:
    last = max(
        instant(row["occurred_at"]).date()
        for row in world.tables["interactions"]
        if row["contact_id"] in {"felix-brandt", "gordon-pike", "ruth-eversley"}
    )
    assert last == date(2025, 8, 11)
    assert world.accounts["asterwold"]["lifecycle"] == "customer"

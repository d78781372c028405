"""The searches against each other, on the skewed graph, which nobody writes to."""

from __future__ import annotations

from datetime import date

import pytest
from worlds.skewed import ON

from graphcrm.dates import moment
from graphcrm.graph import Graph
from graphcrm.queries.accounts.account import account
from graphcrm.queries.accounts.workplaces_of_staff import workplaces_of_staff
from graphcrm.queries.candidates.candidate import Candidate
from graphcrm.queries.paths import Path, search
from graphcrm.queries.paths.chains import chains
from graphcrm.queries.paths.evidence import paths_of
from graphcrm.queries.paths.search import EVERYTHING, Found, Search

TARGETS = ("A100", "A11")  # about 8 and 40 stints
DAYS = (ON, date(2021, 2, 28))
ROUNDING = 1e-12

each_target = pytest.mark.parametrize("target", TARGETS)
each_day = pytest.mark.parametrize("on", DAYS, ids=str)

People = tuple[str | None, str | None, str | None, str]


def searching(graph: Graph, target: str, on: date, user: str | None = None, *, everything: bool = False) -> Search:
    stints, cap = account(graph, uid=target).stints, EVERYTHING if everything else 500
    near = workplaces_of_staff(graph, target=target, on=on, cap=cap, limit=0).near
    return Search(graph, target, stints, user, moment(on), cap, everything, near)


def search_for(kind: str, looking: Search, size: int) -> Found:
    found = chains(looking, size) if kind == "chain" else getattr(looking, kind)(size)
    assert found is not None
    return found


def people(candidate: Candidate) -> People:
    return candidate.user, candidate.connector, candidate.middle, candidate.target_contact


def paths(looking: Search, candidates: list[Candidate]) -> list[Path]:
    return paths_of(looking.runner, candidates, looking.target, looking.moment, looking.cap)


@each_target
@each_day
def test_the_search_by_ties_finds_what_the_search_from_the_target_finds(
    large: Graph, monkeypatch: pytest.MonkeyPatch, target: str, on: date
) -> None:
    looking = searching(large, target, on)
    monkeypatch.setattr(search, "NEAR_TARGET_MOST", EVERYTHING)
    from_target = {path.key for path in paths(looking, looking.former_colleague(EVERYTHING).candidates) if path.score}
    monkeypatch.setattr(search, "NEAR_TARGET_MOST", 0)
    by_tie = looking.former_colleague(100_000)
    assert by_tie.rest == 0
    assert {path.key for path in paths(looking, by_tie.candidates) if path.score} == from_target


@each_target
@each_day
@pytest.mark.parametrize("size", [3, 40])
def test_nothing_left_out_ranks_above_the_rest(
    large: Graph, monkeypatch: pytest.MonkeyPatch, target: str, on: date, size: int
) -> None:
    looking = searching(large, target, on)
    everything = paths(looking, looking.former_colleague(EVERYTHING).candidates)
    for target_first in (EVERYTHING, 0):
        monkeypatch.setattr(search, "NEAR_TARGET_MOST", target_first)
        found = looking.former_colleague(size)
        kept = {people(candidate) for candidate in found.candidates}
        left_out = [path for path in everything if (path.tie.user, path.people[0], None, path.people[1]) not in kept]
        assert max((path.rank for path in left_out), default=0) <= found.rest + ROUNDING


@each_target
@each_day
@pytest.mark.parametrize("user", [None, "U4"])
@pytest.mark.parametrize("kind", ["direct", "former_colleague", "chain"])
def test_no_path_ranks_above_its_bound(large: Graph, target: str, on: date, user: str | None, kind: str) -> None:
    looking = searching(large, target, on, user)
    candidates = search_for(kind, looking, 200).candidates
    bounds = {people(candidate): candidate.bound for candidate in candidates}
    assert bounds or user or (kind, target) == ("direct", "A100"), "the team knows somebody in all but the smallest"
    for path in paths(looking, candidates):
        between = [*path.people[:-1], None, None][:2]
        assert path.rank <= bounds[path.tie.user, between[0], between[1], path.people[-1]] + ROUNDING


@each_day
@pytest.mark.parametrize("size", [5, 100])
def test_no_chain_left_out_ranks_above_the_rest(large: Graph, on: date, size: int) -> None:
    deep = search_for("chain", searching(large, "A200", on, "U10", everything=True), EVERYTHING)
    shallow = search_for("chain", searching(large, "A200", on, "U10"), size)
    kept = {people(candidate) for candidate in shallow.candidates}
    left_out = [candidate for candidate in deep.candidates if people(candidate) not in kept]
    ranks = [path.rank for path in paths(searching(large, "A200", on, "U10"), left_out[:2000])]
    assert max(ranks, default=0) <= shallow.rest + ROUNDING


def test_candidates_come_best_bound_first_and_no_more_pairs_than_asked_for(large: Graph) -> None:
    looking = searching(large, "A11", ON)
    for kind in ("direct", "former_colleague"):
        found = getattr(looking, kind)(5)
        bounds = [candidate.bound for candidate in found.candidates]
        assert bounds == sorted(bounds, reverse=True)
        assert len({people(candidate)[1:] for candidate in found.candidates}) <= 5
        assert found.rest == bounds[-1] > 0

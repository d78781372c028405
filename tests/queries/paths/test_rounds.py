"""How deep a search goes: pages, what is left out and said, round trips. On the skewed graph, which nobody writes to."""

from __future__ import annotations

from datetime import date

import pytest
from worlds.counted import Counted
from worlds.skewed import ON

from graphcrm.dates import moment
from graphcrm.graph import Graph
from graphcrm.queries.accounts.workplaces_of_staff import workplaces_of_staff
from graphcrm.queries.paths import Question, WarmPaths, rounds, search, warm_paths
from graphcrm.queries.paths import chains as chains_module
from graphcrm.queries.paths.chains import chains
from graphcrm.queries.paths.evidence import paths_of
from graphcrm.queries.paths.search import EVERYTHING, Search

SMALL, MIDDLING = "A100", "A11"  # about 8 and 40 stints
SHORT = ("direct", "former_colleague")
NOW = moment(ON)
ROUNDS_MOST = 40  # two rounds of three kinds, each a search and its evidence: whatever the rows


def ask(graph: Graph | Counted, **asked: object) -> WarmPaths:
    return warm_paths(graph, Question(**{"target": MIDDLING, "moment": NOW, **asked}))


def keys(answer: WarmPaths) -> list[object]:
    return [path.key for path in answer.paths]


@pytest.mark.parametrize(
    "asked", [{"kinds": SHORT}, {"user": "U2", "max_unit": 0}, {"target": SMALL, "kinds": SHORT}], ids=str
)
def test_pages_one_after_the_other_are_one_large_page(large: Graph, asked: dict[str, object]) -> None:
    whole = ask(large, limit=60, **asked)
    paged: list[object] = []
    for _ in range(4):
        page = ask(large, limit=15, after=paged[-1] if paged else None, seen=len(paged), **asked)
        assert len(page.paths) == min(15, len(whole.paths) - len(paged))
        paged += keys(page)
    assert paged == keys(whole)
    assert len(set(paged)) == len(paged) > 15


def test_the_last_page_says_that_nothing_follows(large: Graph) -> None:
    found = ask(large, target=SMALL, kinds=("direct", "former_colleague"), limit=500)
    assert not found.more
    count = len(found.paths)
    assert not ask(large, target=SMALL, kinds=SHORT, limit=count).more
    assert ask(large, target=SMALL, kinds=SHORT, limit=count - 1).more
    last = ask(large, target=SMALL, kinds=SHORT, limit=5, after=found.paths[-1].key, seen=count)
    assert (last.paths, last.more) == ([], False)


def test_a_shallow_search_says_which_kinds_it_left_unfinished(large: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = ask(large, kinds=SHORT, limit=400, min_score=0)
    assert whole.partial == ()
    monkeypatch.setattr(rounds, "FIRST_SIZE", 4)
    monkeypatch.setattr(rounds, "SIZE_MOST", 4)
    monkeypatch.setattr(search, "NEAR_TARGET_MOST", 0)
    monkeypatch.setattr(search, "TIES_PER_CANDIDATE", 1)
    shallow = ask(large, kinds=SHORT, limit=1)
    assert shallow.partial == SHORT, "its page is right, but the account may be warmer"
    assert set(keys(shallow)) <= set(keys(whole))


@pytest.mark.parametrize("target", [SMALL, MIDDLING])
@pytest.mark.parametrize("user", [None, "U3"])
def test_a_page_that_is_not_partial_is_the_best_there_is(large: Graph, target: str, user: str | None) -> None:
    answer = ask(large, target=target, user=user, kinds=SHORT, limit=20)
    deep = ask(large, target=target, user=user, kinds=SHORT, limit=400)
    assert answer.partial == ()
    assert keys(answer) == keys(deep)[:20]
    assert answer.account_warmth == pytest.approx(deep.account_warmth)


def test_a_search_for_chains_ends_where_none_can_be_warm_enough(large: Graph) -> None:
    counted = Counted(large)
    near = workplaces_of_staff(large, target=MIDDLING, on=ON, cap=500, limit=0).near

    def looking() -> Search:
        return Search(counted, MIDDLING, 40, None, NOW, 500, everything=False, near=near)

    whole = chains(looking(), 100).candidates
    least = whole[9].bound
    assert chains(looking(), 100, least).candidates == [chain for chain in whole if chain.bound > least]
    assert chains(looking(), 100, whole[0].bound).candidates == []
    reads = counted.reads
    assert chains(looking(), 100, 0.36).candidates == []
    assert counted.reads == reads + 1, "the strongest ties: no chain whatever exceeds that"


@pytest.mark.parametrize("user", [None, "U3"])
def test_a_short_page_is_the_beginning_of_a_long_one(large: Graph, user: str | None) -> None:
    assert keys(ask(large, user=user, limit=2)) == keys(ask(large, user=user, limit=50))[:2]


@pytest.mark.parametrize("target", [SMALL, MIDDLING])
@pytest.mark.parametrize("user", [None, "U3"])
def test_the_warmth_of_an_account_is_the_same_on_every_page(large: Graph, target: str, user: str | None) -> None:
    warmths = {ask(large, target=target, user=user, limit=limit).account_warmth for limit in (1, 5, 50)}
    assert max(warmths) == pytest.approx(min(warmths), rel=1e-9)


def test_chains_into_a_crowd_are_not_sought_unless_everything_is_asked_for(
    large: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "chain" in {path.kind for path in ask(large, target=SMALL, user="U3").paths}
    monkeypatch.setattr(chains_module, "TARGET_MOST", 2)
    answer = ask(large, target=SMALL, user="U3")
    assert answer.partial == ("chain",)
    assert {path.kind for path in answer.paths} <= set(SHORT)
    everything = ask(large, target=SMALL, user="U10", min_score=0, kinds=("chain",), limit=50)
    assert everything.partial == ()
    assert {path.kind for path in everything.paths} == {"chain"}


def test_more_rows_are_no_more_round_trips(large: Graph) -> None:
    one = Search(Counted(large), MIDDLING, 40, None, NOW, 500, everything=False, near=0.7)
    candidates = one.former_colleague(200).candidates
    few, many = Counted(large), Counted(large)
    assert len(paths_of(few, candidates[:1], MIDDLING, NOW, 500)) == 1
    assert len(paths_of(many, candidates, MIDDLING, NOW, 500)) > 100
    assert many.reads <= few.reads + 1, "crowds of unknown size are counted once, where there are any"


@pytest.mark.parametrize("target", [SMALL, MIDDLING])
@pytest.mark.parametrize("limit", [1, 400])
def test_the_round_trips_of_a_search_are_bounded(large: Graph, target: str, limit: int) -> None:
    counted = Counted(large)
    ask(counted, target=target, limit=limit)
    assert counted.reads <= ROUNDS_MOST


@pytest.mark.parametrize("on", [ON, date(2021, 3, 1)], ids=str)
@pytest.mark.parametrize("target", [SMALL, MIDDLING])
def test_the_team_finds_what_its_active_users_find(large: Graph, target: str, on: date) -> None:
    asked = {"target": target, "kinds": SHORT, "min_score": 0, "limit": EVERYTHING, "moment": moment(on)}
    team = keys(ask(large, **asked))
    alone = [keys(ask(large, user=f"U{n}", **asked)) for n in range(11)]
    assert sorted(key for found in alone for key in found) == team
    assert len(team) > 20

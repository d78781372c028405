"""What happened at an account, of several kinds in one list: each page goes on exactly where the last one ended."""

from __future__ import annotations

from datetime import date

import pytest
from worlds.build import account, assignment, contact, interaction, job, user

from graphcrm.graph import Graph
from graphcrm.web.asking.accounts import timeline
from graphcrm.web.asking.met import MetParameters

DAY = date(2024, 6, 1)


@pytest.fixture
def busy(graph: Graph) -> Graph:
    """At Acme, at the start of one day: Ann came, Bo left, two were met, Alice gave it up and Bob took it over."""
    account(graph, "acme")
    for uid in ("alice", "bob"):
        user(graph, uid)
    for uid in ("ann", "bo", "cy"):
        contact(graph, uid)
    job(graph, "ann", "acme", start="2024-01-01")
    job(graph, "bo", "acme", start="2020-01-01", end="2024-01-01")
    job(graph, "cy", "acme", start="2020-01-01")
    for at in ("2023-12-31T23:59:59", "2024-01-01", "2024-01-01T00:00:01"):
        interaction(graph, "alice", "cy", at)
        interaction(graph, "bob", "cy", at)
    assignment(graph, "acme", "alice", start="2023-01-01", end="2024-01-01")
    assignment(graph, "acme", "bob", start="2024-01-01")
    return graph


def pages(graph: Graph, limit: int) -> list[tuple[str, str]]:
    told, cursor = [], None
    while True:
        page = timeline(graph, "acme", MetParameters(as_of=DAY, limit=limit, cursor=cursor))
        for one in page.rows:
            said = [(one.turn.kind, one.turn.who)] if one.turn else [(part.user, part.uid) for part in one.parts]
            told += [(f"{one.at:%Y-%m-%d %H:%M:%S}", f"{kind} {what}") for kind, what in said]
        if not page.cursor:
            return told
        cursor = page.cursor


def test_the_latest_come_first_and_a_turn_stands_at_the_start_of_its_day(busy: Graph) -> None:
    whole = pages(busy, 50)
    assert [at for at, _what in whole] == sorted((at for at, _what in whole), reverse=True)
    assert len(whole) == 6 + 1 + 3 + 2
    assert {what for at, what in whole if at == "2024-01-01 00:00:00"} >= {"came ann", "left bo", "owned bob"}


@pytest.mark.parametrize("limit", [1, 2, 3, 5])
def test_pages_of_any_length_tell_the_same(busy: Graph, limit: int) -> None:
    assert pages(busy, limit) == pages(busy, 50)


def test_the_parts_of_one_meeting_are_one_happening(busy: Graph) -> None:
    busy.write("MATCH ()-[i:INTERACTED_WITH]->() WHERE i.at = datetime('2024-01-01T00:00:01Z') SET i.event = 'E'")
    (first, *_) = timeline(busy, "acme", MetParameters(as_of=DAY)).rows
    assert {part.user for part in first.parts} == {"alice", "bob"}
    assert pages(busy, 1) == pages(busy, 50)


def meet(graph: Graph) -> None:
    """A meeting of two of us with two of them, a second before all else of that day, and one of two with one."""
    contact(graph, "di")
    job(graph, "di", "acme", start="2020-01-01")
    for who in ("alice", "bob"):
        for whom in ("cy", "di"):
            interaction(graph, who, whom, "2024-01-02", uid=f"big {who} {whom}", event="big")
        interaction(graph, who, "cy", "2024-01-02", uid=f"small {who}", event="small")


@pytest.mark.parametrize(
    ("limit", "first"), [(1, [4]), (2, [4]), (3, [4]), (4, [4]), (5, [4, 2]), (6, [4, 2]), (7, [4, 2, 1])]
)
@pytest.mark.parametrize("asked", [{}, {"channel": "meeting"}])
def test_a_page_does_not_cut_a_meeting_in_two(busy: Graph, limit: int, first: list[int], asked: dict[str, str]) -> None:
    meet(busy)
    seen, sizes, cursor = [], [], None
    while True:
        page = timeline(busy, "acme", MetParameters(as_of=DAY, limit=limit, cursor=cursor, **asked))
        sizes.append([len(one.parts) for one in page.rows])
        seen += [one.parts[0].event for one in page.rows if one.parts]
        cursor = page.cursor
        if not cursor:
            break
    assert sizes[0] == first
    assert len(seen) == len(set(seen)) == 2 + 6

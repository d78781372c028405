"""Fifty moves, assignments and edits of one contact at once: they end as one order of them would, and each caller was
told what is true at some place in that order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from conftest import empty
from worlds.build import account, contact, user

from graphcrm.errors import GraphcrmError
from graphcrm.graph import Graph
from graphcrm.services import jobs, moves, ownership, records
from graphcrm.services.changes import Author, Change, change
from graphcrm.services.checks import check
from graphcrm.services.moves import Asked

from .conftest import MANY, at_once

Work = Callable[[Change], object]

STATE = """
MATCH (c:Contact {uid: 'ada'})
RETURN c.name, c.rev,
  COLLECT { MATCH (c)-[w:WORKS_AT]->(a) WITH a, w ORDER BY w.start, w.end, a.uid RETURN [a.uid, w.start, w.end, w.primary] },
  COLLECT { MATCH (c)-[s:ASSIGNED_TO]->(u) WITH u, s ORDER BY s.start, s.end, u.uid RETURN [u.uid, s.start, s.end] },
  COLLECT { MATCH (c)<-[:FOR]-(m) WITH m ORDER BY m.effective_on RETURN m.effective_on }
"""
ORDER = "MATCH (r:Revision) RETURN r.change, min(r.at) AS at ORDER BY at"


class _BackAgain(Exception):  # noqa: N818  (nothing went wrong: what was tried is taken back)
    """Ends a transaction that only tried something."""


def begin(graph: Graph) -> None:
    """Ada, at Acme since 2020, whom Alice owns."""
    empty(graph)
    for uid in ("alice", "bob", "cleo"):
        user(graph, uid)
    for uid in ("acme", "beta", "gamma"):
        account(graph, uid)
    contact(graph, "ada")
    change(
        graph, Author("alice"), lambda made: jobs.add(made, "ada", {"start": "2020", "primary": True}, account="acme")
    )
    change(graph, Author("alice"), lambda made: ownership.assign(made, "contact", "ada", "alice", on=date(2024, 1, 1)))


def works() -> list[tuple[Work, int | None]]:
    """What fifty ask for, each with the revision that it expects."""
    asked: list[tuple[Work, int | None]] = []
    for n in range(MANY // 3 + 1):
        to, on = ("beta", "gamma", "acme")[n % 3], f"2024-{1 + n % 12:02}-{1 + n:02}"
        asked += [
            (lambda made, to=to, on=on: moves.move(made, Asked("ada", to, on)), None),
            (lambda made, n=n: ownership.assign(made, "contact", "ada", ("alice", "bob", "cleo")[n % 3]), None),
            (lambda made, n=n: records.edit(made, "contact", "ada", {"name": f"Ada {n % 9}"}), (None, 1, 3)[n % 3]),
        ]
    return asked[:MANY]


def run(graph: Graph, work: Work, expected: int | None, *, back: bool = False) -> str:
    """The change that some work was, "nothing" where nothing was different, or what it was refused with."""
    what = ""

    def watched(made: Change) -> None:
        nonlocal what
        work(made)
        what = "nothing" if made.empty else made.uid
        if back:
            raise _BackAgain

    try:
        change(graph, Author("alice"), watched, expected=expected)
    except GraphcrmError as refusal:
        what = f"{refusal.code} {refusal.field}"
    except _BackAgain:
        pass
    return what


@pytest.mark.slow
def test_fifty_at_once_end_as_one_order_of_them_would_and_are_told_the_truth(graph: Graph) -> None:
    begin(graph)
    asked = works()
    told = at_once([lambda work=work, rev=rev: run(graph, work, rev) for work, rev in asked])
    assert check(graph) == []
    ended = graph.read(STATE, lambda *row: row)
    order = [str(made) for made in graph.read(ORDER, lambda made, _: made) if made in told]
    by_change = {answer: number for number, answer in enumerate(told) if answer in order}
    left = [number for number, answer in enumerate(told) if answer not in order]
    assert len(order) >= MANY // 5, "most expect a revision that is gone, or the owner that is: how many, is chance"
    assert left, "somebody is refused, or changes nothing"

    begin(graph)
    for made in [*order, None]:
        left = [n for n in left if run(graph, *asked[n], back=True) != told[n]]
        if made:
            assert UUID(run(graph, *asked[by_change[made]])), "what was done can be done"
    assert left == [], [told[n] for n in left]
    assert graph.read(STATE, lambda *row: row) == ended

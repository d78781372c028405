from __future__ import annotations

from datetime import date

from worlds.build import account, contact, job

from graphcrm.graph import Graph
from graphcrm.queries.checks.dated_edges import dated_edges
from graphcrm.queries.checks.put_bounds import put_bounds


def test_only_the_edges_named_get_them(graph: Graph) -> None:
    account(graph, "A1")
    contact(graph, "C1")
    for uid in ("E1", "E2"):
        job(graph, "C1", "A1", uid=uid, start="2020")
    (_, other) = dated_edges(graph, after="", limit=2)
    days = dict.fromkeys(("start_min", "start_max", "end_min", "end_max", "verified_on"), date(2000, 1, 1))
    assert (
        put_bounds(
            graph, rows=[{"uid": "E1", "end_status": "ended", **days}, {"uid": "none", "end_status": None, **days}]
        )
        == 1
    )
    changed, same = dated_edges(graph, after="", limit=2)
    assert (changed.start_min, changed.end_max, changed.end_status, changed.start) == (
        "2000-01-01",
        "2000-01-01",
        "ended",
        "2020",
    )
    assert same == other

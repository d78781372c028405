from __future__ import annotations

from worlds.build import account, contact, job, link

from graphcrm.graph import Graph
from graphcrm.queries.checks.lock_dated_edges import lock_dated_edges


def test_edges_of_every_kind_come_with_what_their_bounds_follow_from(graph: Graph) -> None:
    for uid in ("A1", "A2"):
        account(graph, uid)
    for uid in ("C1", "C2"):
        contact(graph, uid)
    job(graph, "C1", "A1", start="2020", uid="WORKS_AT")
    for kind in ("SUBSIDIARY_OF", "PARTNER_OF", "SUCCEEDED_BY"):
        link(graph, kind, "A1", "A2", start="2020", uid=kind)
    for kind in ("REPORTS_TO", "RELATED_TO"):
        link(graph, kind, "C1", "C2", start="2020", uid=kind)
    kinds = ["WORKS_AT", "SUBSIDIARY_OF", "PARTNER_OF", "SUCCEEDED_BY", "REPORTS_TO", "RELATED_TO"]
    found = {edge.uid: edge for edge in lock_dated_edges(graph, uids=[*kinds, "other"])}
    assert set(found) == set(kinds)
    assert {(edge.start, edge.start_min, edge.end_max, edge.typed) for edge in found.values()} == {
        ("2020", "2020-01-01", "9999-12-31", True)
    }

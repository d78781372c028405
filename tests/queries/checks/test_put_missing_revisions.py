from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.checks.put_missing_revisions import put_missing_revisions


def row(uid: str, rev: int, on: list[str]) -> dict[str, object]:
    return {"uid": uid, "on": on, "props": {"kind": "job", "of": "J1", "rev": rev, "action": "change"}}


def test_only_what_is_missing_is_written_on_each_history(graph: Graph) -> None:
    on = ["Contact C1", "Account A1"]
    assert put_missing_revisions(graph, rows=[row("R1", 2, on)]) == 1
    assert put_missing_revisions(graph, rows=[row("R2", 2, on), row("R3", 3, on)]) == 1
    found = graph.read("MATCH (r:Revision)-[:ON]->(h) RETURN r.uid, r.rev, h.uid", lambda *row: row)
    assert sorted(found) == [(uid, rev, h) for uid, rev in (("R1", 2), ("R3", 3)) for h in sorted(on)]

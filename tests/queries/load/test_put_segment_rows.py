from __future__ import annotations

from datetime import UTC, datetime

from graphcrm.graph import Graph
from graphcrm.queries.load.put_segment_rows import put_segment_rows
from graphcrm.queries.load.stored_segments import stored_segments

AT = datetime(2026, 3, 1, tzinfo=UTC)


def test_new_ones_and_those_at_their_revision(graph: Graph) -> None:
    graph.write("CREATE (:User {uid: 'u'})-[:ASKS]->(:Segment {uid: 'b', name: 'B', rev: 2, removed_at: datetime()})")
    rows = [
        {"uid": "a", "user": "u", "rev": 0, "props": {"name": "A", "kind": "lead"}},
        {"uid": "b", "user": "u", "rev": 2, "props": {"name": "Be"}},
        {"uid": "c", "user": "nobody", "rev": 0, "props": {"name": "C"}},
    ]
    assert put_segment_rows(graph, rows=rows, at=AT) == 2
    found = stored_segments(graph, uids=["a", "b", "c"])
    assert {uid: (one.user, one.props["name"], one.removed, one.rev) for uid, one in found.items()} == {
        "a": ("u", "A", False, 1), "b": ("u", "Be", False, 3),
    }  # fmt: skip
    assert put_segment_rows(graph, rows=rows, at=AT) == 0

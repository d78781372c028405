from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.load.stored_segments import StoredSegment, stored_segments


def test_deleted_or_not(graph: Graph) -> None:
    graph.write(
        "CREATE (:User {uid: 'u'})-[:ASKS]->(:Segment {uid: 'a', name: 'A', kind: 'lead', conditions: '[]', rev: 2})"
    )
    graph.write("CREATE (:Segment {uid: 'b', name: 'B', shared: true, removed_at: datetime()})")
    props = {"name": "A", "kind": "lead", "conditions": "[]", "sizes": None, "shared": False}
    gone = {"name": "B", "kind": None, "conditions": None, "sizes": None, "shared": True}
    assert stored_segments(graph, uids=["a", "b", "c"]) == {
        "a": StoredSegment("a", "u", props, removed=False, rev=2), "b": StoredSegment("b", None, gone, removed=True, rev=1),
    }  # fmt: skip
    assert stored_segments(graph, uids=[]) == {}

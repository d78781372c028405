from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.export.segments import Segment, segments


def test_pages_of_segments_that_are_not_deleted(graph: Graph) -> None:
    assert segments(graph, after="", limit=9) == []
    graph.write("UNWIND ['b', 'a', 'c'] AS uid CREATE (:User {uid: 'u' + uid})-[:ASKS]->"
                "(:Segment {uid: uid, name: 'N', kind: 'lead', conditions: '[]', sizes: ['2026-01-01 1']})")  # fmt: skip
    graph.write("CREATE (:User {uid: 'd'})-[:ASKS]->(:Segment {uid: 'd', name: 'D', removed_at: datetime()})")
    found = segments(graph, after="", limit=2)
    assert found[0] == Segment("a", "ua", "N", "lead", "[]", False, ["2026-01-01 1"])
    assert ([one.key for one in found], [one.uid for one in segments(graph, after="b", limit=2)]) == (["a", "b"], ["c"])

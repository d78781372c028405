from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.export.tags import Tag, tags


def test_pages_of_tags_that_are_not_deleted(graph: Graph) -> None:
    assert tags(graph, after="", limit=9) == []
    graph.write("UNWIND ['b', 'a', 'c'] AS uid CREATE (:Tag {uid: uid, key: uid, name: toUpper(uid), colour: 'red'})")
    graph.write("CREATE (:Tag {uid: 'd', name: 'D', colour: 'red', removed_at: datetime()})")
    assert tags(graph, after="", limit=2) == [Tag("a", "A", "red"), Tag("b", "B", "red")]
    assert [tag.key for tag in tags(graph, after="b", limit=2)] == ["c"]

from __future__ import annotations

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.load.stored_tags import StoredTag, stored_tags


def test_by_uid_and_by_key(graph: Graph) -> None:
    graph.write("CREATE (:Tag {uid: 'a', key: 'a', name: 'A', colour: 'red', rev: 3})")
    graph.write("CREATE (:Tag {uid: 'b', name: 'B', colour: 'red', removed_at: $at, merged_into: 'a'})", at=NOW)
    of_a, of_b = StoredTag("a", "a", "A", "red", 3), StoredTag("b", None, "B", "red", 1, NOW, "a")
    assert set(stored_tags(graph, uids=["a", "b", "c"], keys=[])) == {of_a, of_b}
    assert stored_tags(graph, uids=[], keys=["a", "b"]) == [of_a]
    assert stored_tags(graph, uids=[], keys=[]) == []

from __future__ import annotations

from datetime import UTC, datetime

from graphcrm.graph import Graph
from graphcrm.queries.load.put_tag_rows import put_tag_rows
from graphcrm.queries.load.stored_tags import StoredTag, stored_tags

AT = datetime(2026, 3, 1, tzinfo=UTC)


def test_new_ones_and_those_at_their_revision(graph: Graph) -> None:
    graph.write("CREATE (:Tag {uid: 'b', name: 'B', colour: 'red', rev: 2, removed_at: datetime()})")
    rows = [
        {"uid": "a", "rev": 0, "name": "A", "key": "a", "colour": "teal"},
        {"uid": "b", "rev": 2, "name": "Be", "key": "be", "colour": "blue"},
    ]
    assert put_tag_rows(graph, rows=rows, at=AT) == 2
    assert set(stored_tags(graph, uids=["a", "b"], keys=[])) == {
        StoredTag("a", "a", "A", "teal", 1), StoredTag("b", "be", "Be", "blue", 3),
    }  # fmt: skip
    assert put_tag_rows(graph, rows=rows, at=AT) == 0
    assert graph.read("MATCH (t:Tag) WHERE t.removed_at IS NOT NULL RETURN count(t)", int) == [0]

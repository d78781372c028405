from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.load.stored_groups import StoredGroup, stored_groups


def test_deleted_or_not_with_who_is_in_them(graph: Graph) -> None:
    graph.write(
        "CREATE (:User {uid: 'u'})-[:KEEPS]->(g:Group {uid: 'a', name: 'A', rev: 2})<-[:IN_GROUP]-(:Contact {uid: 'c'})"
    )
    graph.write("CREATE (:Group {uid: 'b', name: 'B', shared: true, removed_at: datetime()})")
    assert stored_groups(graph, uids=["a", "b", "c"]) == {
        "a": StoredGroup("a", "u", {"name": "A", "shared": False}, removed=False, rev=2, members=[["Contact", "c"]]),
        "b": StoredGroup("b", None, {"name": "B", "shared": True}, removed=True, rev=1, members=[]),
    }  # fmt: skip
    assert stored_groups(graph, uids=[]) == {}

from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.export.groups import Group, groups


def test_pages_of_groups_that_are_not_deleted(graph: Graph) -> None:
    assert groups(graph, after="", limit=9) == []
    graph.write("UNWIND ['b', 'a'] AS uid CREATE (:User {uid: 'u' + uid})-[:KEEPS]->(g:Group {uid: uid, name: 'N'}), "
                "(:Contact {uid: 'c' + uid})-[:IN_GROUP]->(g), (:Account {uid: 'x' + uid})-[:IN_GROUP]->(g)")  # fmt: skip
    graph.write("CREATE (:User {uid: 'd'})-[:KEEPS]->(:Group {uid: 'd', name: 'D', removed_at: datetime()})")
    assert groups(graph, after="", limit=1) == [Group("a", "ua", "N", False, ["ca"], ["xa"])]
    assert [one.key for one in groups(graph, after="a", limit=9)] == ["b"]

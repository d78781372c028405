from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.tasks.erase_tasks import erase_tasks

from .conftest import Put


def test_tasks_are_erased_with_their_edges_and_history(graph: Graph, put: Put) -> None:
    for uid in ("t1", "t2", "t3"):
        put(uid, "ada", owner="alice")
        graph.write(
            "CREATE (r:Revision {uid: $uid})-[:ON]->(:History {uid: 'Task ' + $uid}) "
            "MERGE (h:History {uid: 'User alice'}) CREATE (:Revision {uid: 'o' + $uid})-[:ON]->(h)",
            uid=uid,
        )
    assert erase_tasks(graph, uids=["t1", "t2", "none"]) == 2
    assert graph.read("MATCH (t:Task) RETURN t.uid", str) == ["t3"]
    assert graph.read("MATCH (r:Revision) RETURN r.uid ORDER BY r.uid", str) == ["ot1", "ot2", "ot3", "t3"]
    assert graph.read("MATCH (h:History) RETURN h.uid ORDER BY h.uid", str) == ["Task t3", "User alice"]
    assert erase_tasks(graph, uids=[]) == 0

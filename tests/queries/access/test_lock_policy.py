from __future__ import annotations

from datetime import UTC, datetime

from graphcrm.graph import Graph
from graphcrm.queries.access.lock_policy import Stored, lock_policy

NOW = datetime(2024, 6, 1, tzinfo=UTC)


def test_there_is_one_policy_however_often_it_is_locked(graph: Graph) -> None:
    assert [lock_policy(graph, at=NOW) for _ in range(2)] == [Stored(None, 0)] * 2
    assert graph.read("MATCH (p:Policy) RETURN p.uid, p.rev", lambda *row: row) == [("policy", 0)]

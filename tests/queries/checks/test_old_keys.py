from __future__ import annotations

from datetime import UTC, datetime

from graphcrm.graph import Graph
from graphcrm.queries.checks.old_keys import old_keys


def test_keys_of_before_a_moment_are_counted(graph: Graph) -> None:
    moment = datetime(2024, 6, 1, tzinfo=UTC)
    for day in (30, 31):
        at = datetime(2024, 5, day, tzinfo=UTC)
        graph.write("CREATE (:IdempotencyKey {uid: $uid, at: $at})", uid=str(day), at=at)
    graph.write("CREATE (:IdempotencyKey {uid: 'new', at: $at})", at=moment)
    assert old_keys(graph, before=moment, limit=10) == 2
    assert old_keys(graph, before=moment, limit=1) == 1
    assert old_keys(graph, before=datetime(2024, 5, 30, tzinfo=UTC), limit=10) == 0

from __future__ import annotations

from datetime import UTC, datetime

from graphcrm.graph import Graph
from graphcrm.queries.access.lock_policy import Stored, lock_policy
from graphcrm.queries.access.put_policy import put_policy

NOW = datetime(2024, 6, 1, tzinfo=UTC)


def test_it_is_stored_as_the_next_revision_by_somebody(graph: Graph) -> None:
    assert lock_policy(graph, at=NOW) == Stored(None, 0)
    assert put_policy(graph, roles="{}", at=NOW, by="U1") == 1
    assert put_policy(graph, roles='{"rep": 1}', at=NOW, by=None) == 2
    assert lock_policy(graph, at=NOW) == Stored('{"rep": 1}', 2)
    assert graph.read("MATCH (p:Policy) RETURN p.updated_by", lambda by: by) == [None]

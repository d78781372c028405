from __future__ import annotations

from datetime import UTC, datetime

import pytest
from worlds import build

from graphcrm.graph import Graph
from graphcrm.queries.segments.put_segment import put_segment

AT = datetime(2026, 3, 1, tzinfo=UTC)


def save(graph: Graph, user: str, uid: str, **props: object) -> None:
    given = {"name": uid.title(), "kind": "contact", "conditions": "[]", "shared": False, **props}
    put_segment(graph, user=user, uid=uid, props=given, at=AT)


@pytest.fixture
def team(graph: Graph) -> Graph:
    """Alice and Bob of North, Charlie of South; Alice has own and theirs, which is shared, Charlie has others."""
    for uid, team in (("alice", "North"), ("bob", "North"), ("charlie", "South")):
        build.user(graph, uid, team=team)
    save(graph, "alice", "own", sizes=["2026-02-27 3", "2026-02-28 4"])
    save(graph, "alice", "theirs", shared=True, kind="account", sizes=["2026-02-28 9"])
    save(graph, "alice", "gone", shared=True, removed_at=AT)
    save(graph, "charlie", "others", shared=True)
    return graph

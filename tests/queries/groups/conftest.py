from __future__ import annotations

from datetime import UTC, datetime

import pytest
from worlds import build

from graphcrm.graph import Graph
from graphcrm.queries.groups.put_group import put_group
from graphcrm.queries.groups.put_members import put_members

AT = datetime(2026, 3, 1, tzinfo=UTC)
ADA, ACME = {"label": "Contact", "record": "ada"}, {"label": "Account", "record": "acme"}


@pytest.fixture
def team(graph: Graph) -> Graph:
    """Alice and Bob of North, Charlie of South; Alice has own, with Ada and Acme in it, and theirs, which is shared."""
    for uid, team in (("alice", "North"), ("bob", "North"), ("charlie", "South")):
        build.user(graph, uid, team=team)
    build.contact(graph, "ada", owner="alice"), build.account(graph, "acme")
    for user, uid, more in (
        ("alice", "own", {}), ("alice", "theirs", {"shared": True}), ("alice", "gone", {"shared": True, "removed_at": AT}),
        ("charlie", "others", {"shared": True}),
    ):  # fmt: skip
        put_group(graph, user=user, uid=uid, props={"name": uid.title(), **more}, at=AT)
    put_members(graph, group="own", rows=[ADA, ACME], at=AT, by="alice")
    return graph


def members(graph: Graph) -> set[tuple[str, str]]:
    return set(graph.read("MATCH (n)-[:IN_GROUP]->(g) RETURN n.uid, g.uid", lambda *row: row))

"""A short log: who did what to whom, an hour apart."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from graphcrm.graph import Graph
from graphcrm.queries.audit.put_entry import put_entry

AT = datetime(2026, 6, 1, 12, 0, 0, 123_456, tzinfo=UTC)


def put(graph: Graph, seq: int, *uids: str, **props: Any) -> None:
    """An entry, an hour after the one before, without a hash that means anything."""
    entry = {"seq": seq, "at": hour(seq), "action": "write", "address": "10.0.0.1", "hash": f"hash {seq}", **props}
    put_entry(graph, props=entry, uids=uids)


def hour(seq: int) -> datetime:
    return AT + timedelta(hours=seq)


@pytest.fixture
def log(graph: Graph) -> Graph:
    """1 Alice writes P1; 2 Bob writes P1 and P2; 3 Alice exports; 4 nobody is refused; 5 Alice writes P2."""
    graph.write("CREATE (:User {uid: 'alice', name: 'Alice'}), (:AuditHead {uid: 'head', seq: 0, hash: ''})")
    put(graph, 1, "P1", user="alice", records=["contact P1"], what=["create contact 1"], change="c1", request="r1")
    put(graph, 2, "P1", "P2", user="bob", records=["contact P1", "contact P2"])
    put(graph, 3, user="alice", action="export")
    put(graph, 4, action="refused")
    put(graph, 5, "P2", user="alice", records=["contact P2"])
    return graph

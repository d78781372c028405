from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.notifications.mark_read import mark_read
from graphcrm.queries.notifications.notifications import notifications

from .conftest import Tell


def test_what_came_since_stays_unread(graph: Graph, tell: Tell) -> None:
    for uid, to in (("n0", "alice"), ("n0b", "bob"), ("n1", "alice"), ("n2", "alice")):
        tell(uid, to)
    assert mark_read(graph, user="alice", until="n1") == 2
    assert [(one.uid, one.unread) for one in notifications(graph, user="alice")] == [
        ("n2", True), ("n1", False), ("n0", False),
    ]  # fmt: skip
    assert [one.unread for one in notifications(graph, user="bob")] == [True]
    assert mark_read(graph, user="alice", until="n1") == mark_read(graph, user="nobody", until="n9") == 0

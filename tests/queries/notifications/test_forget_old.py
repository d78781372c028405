from __future__ import annotations

from datetime import timedelta

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.notifications.forget_old import forget_old
from graphcrm.services.notifications import KEPT, tidy

from .conftest import Tell


def test_what_is_old_goes(graph: Graph, tell: Tell) -> None:
    tell("old", "alice", at=NOW - KEPT - timedelta(days=1)), tell("new", "alice")
    assert forget_old(graph, before=NOW - KEPT, limit=9) == 1
    assert graph.read("MATCH (n:Notification) RETURN n.uid", str) == ["new"]
    assert tidy(graph, NOW) == 0

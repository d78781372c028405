from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.notifications.drop_notifications import drop_notifications
from graphcrm.queries.notifications.notifications import notifications

from .conftest import Tell


def test_those_of_a_change_go(graph: Graph, tell: Tell) -> None:
    tell("n1", "alice"), tell("n2", "alice", change="c2")
    assert drop_notifications(graph, change="c1") == 1
    assert [one.uid for one in notifications(graph, user="alice")] == ["n2"]
    assert drop_notifications(graph, change="c1") == 0

from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.notifications.forget_notifications import forget_notifications
from graphcrm.queries.notifications.notifications import notifications

from .conftest import Tell


def test_those_about_a_record_go_and_not_those_of_another_label(graph: Graph, tell: Tell) -> None:
    tell("n1", "alice"), tell("n2", "alice", label="Lead")
    assert forget_notifications(graph, records=[("Contact", "p1"), ("Contact", "p2")]) == 1
    assert [one.uid for one in notifications(graph, user="alice")] == ["n2"]

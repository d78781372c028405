from __future__ import annotations

from worlds.build import NOW, contact

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.notifications.notifications import notifications

from .conftest import Tell


def test_the_latest_come_first_page_by_page_with_what_may_be_seen(graph: Graph, tell: Tell) -> None:
    contact(graph, "gone", deleted_at=NOW)
    tell("n1", "alice"), tell("n2", "alice", label="Lead"), tell("n3", "alice", of="gone", by=None)
    found = notifications(graph, user="alice")
    assert [(one.uid, one.label, one.name, one.by_name) for one in found] == [
        ("n3", "Contact", None, None), ("n2", "Lead", "Lea", "Bob"), ("n1", "Contact", "Ada", "Bob"),
    ]  # fmt: skip
    assert [one.uid for one in notifications(graph, user="alice", after="n3", limit=1)] == ["n2"]
    blind = notifications(graph.seen_by(Sight(contacts=())), user="alice")
    assert [one.name for one in blind] == [None, "Lea", None]

from __future__ import annotations

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.notifications.notifications import notifications
from graphcrm.queries.notifications.put_notifications import put_notifications

from .conftest import Tell


def test_each_user_is_told_theirs_and_nobody_who_is_not_there(graph: Graph, tell: Tell) -> None:
    assert [tell("n1", "alice"), tell("n2", "bob"), tell("n3", "nobody")] == [1, 1, 0]
    (told,) = notifications(graph, user="alice")
    assert (told.uid, told.at, told.kind, told.by_name, told.unread) == ("n1", NOW, "assigned", "Bob", True)
    assert put_notifications(graph, rows=[], at=NOW) == 0

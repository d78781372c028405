from __future__ import annotations

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.sign_in.hold_attempts import Counted, hold_attempts
from graphcrm.queries.sign_in.put_attempts import put_attempts


def test_what_was_not_counted_is_counted_from_now_on(graph: Graph) -> None:
    assert hold_attempts(graph, uids=["user b", "client a"]) == [
        Counted("user b", 0, None, None),
        Counted("client a", 0, None, None),
    ]
    assert hold_attempts(graph, uids=[]) == []


def test_what_was_counted_is_read(graph: Graph) -> None:
    counted = Counted("user b", 4, at=NOW, until=NOW)
    hold_attempts(graph, uids=["user b"])
    put_attempts(graph, rows=[counted])
    assert hold_attempts(graph, uids=["user b"]) == [counted]

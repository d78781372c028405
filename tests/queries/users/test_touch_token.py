from __future__ import annotations

from datetime import timedelta

from worlds.build import NOW, user

from graphcrm.graph import Graph
from graphcrm.queries.users.add_token import add_token
from graphcrm.queries.users.touch_token import touch_token

HOUR = timedelta(hours=1)


def test_the_first_use_is_told_and_others_are_written_when_the_last_one_is_old(graph: Graph) -> None:
    user(graph, "u1")
    add_token(graph, uid="t1", user="u1", digest="d1", now=NOW)

    def used(at) -> tuple[bool, object]:
        first = touch_token(graph, uid="t1", now=at, before=at - HOUR)
        return first, graph.read("MATCH (t:ApiToken {uid: 't1'}) RETURN t.used_at", lambda value: value)[0]

    assert used(NOW) == (True, NOW)
    assert used(NOW + HOUR) == (False, NOW)
    later = NOW + HOUR + timedelta(microseconds=1)
    assert used(later) == (False, later)


def test_one_that_is_not_there_is_not_touched(graph: Graph) -> None:
    assert touch_token(graph, uid="none", now=NOW, before=NOW) is False

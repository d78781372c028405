from __future__ import annotations

from datetime import timedelta

import pytest
from worlds.build import NOW, service_request, user

from graphcrm.graph import Graph
from graphcrm.queries.service_requests.tell_late import Late, tell_late


@pytest.fixture
def requests(graph: Graph) -> Graph:
    user(graph, "alice", "Alice"), user(graph, "gone", "Gone", active=False)
    for uid, hours in (("late", -1), ("later", -2), ("soon", 1)):
        service_request(graph, uid, owner="alice", answer_by=NOW + timedelta(hours=hours))
    service_request(graph, "solves", owner="alice", status="open", answered_at=NOW, answer_by=NOW, solve_by=NOW)
    service_request(graph, "waits", owner="alice", status="waiting", answer_by=NOW - timedelta(hours=1))
    service_request(graph, "nobody's", answer_by=NOW - timedelta(hours=1))
    service_request(graph, "theirs", owner="gone", answer_by=NOW - timedelta(hours=1))
    service_request(graph, "trash", owner="alice", answer_by=NOW - timedelta(hours=1), deleted_at=NOW)
    return graph


def told(graph: Graph, hours: int = 0) -> list[str]:
    return [one.uid for one in tell_late(graph, now=NOW + timedelta(hours=hours), limit=9)]


def test_each_moment_that_has_passed_is_told_of_once(requests: Graph) -> None:
    assert tell_late(requests, now=NOW, limit=1) == [Late("later", "alice")]
    assert (told(requests), told(requests)) == (["late"], [])
    assert set(told(requests, 2)) == {"soon", "solves"}
    requests.write("MATCH (n {uid: 'late'}) SET n.clock = $at", at=NOW)
    assert told(requests, 2) == ["late"]


def test_what_has_an_owner_by_now_is_told_of(requests: Graph) -> None:
    told(requests)
    requests.write("MATCH (u:User {uid: 'gone'}) SET u.active = true")
    assert told(requests) == ["theirs"]

from __future__ import annotations

from datetime import timedelta

import pytest
from worlds.build import NOW, account, contact, contract, service_request, user

from graphcrm.access import Sight
from graphcrm.graph import Graph, Runner
from graphcrm.queries.service_requests.asked import asked


@pytest.fixture
def requests(graph: Graph) -> Graph:
    (
        user(graph, "alice", "Alice"),
        user(graph, "bob", "Bob"),
        account(graph, "acme", "Acme"),
        contact(graph, "ada", "Ada"),
    )
    for uid, hours, more in (("second", 2, {}), ("first", 1, {"owner": "alice"}), ("third", 3, {"owner": "bob"})):
        service_request(graph, uid, "acme", "ada", answer_by=NOW + timedelta(hours=hours), **more)
    service_request(graph, "waits", "acme", status="waiting", waiting_since=NOW, solve_by=NOW)
    service_request(graph, "older", "acme", status="closed", solved_at=NOW - timedelta(days=2))
    service_request(graph, "newer", "acme", status="solved", solved_at=NOW, satisfaction=4)
    contract(graph, "contract", "acme", "ada")
    return graph


def found(graph: Runner, label: str = "Account", uid: str = "acme") -> list[str]:
    return [one.uid for one in asked(graph, label=label, uid=uid, limit=9)]


def test_what_is_due_next_comes_first_and_what_was_solved_last(requests: Graph) -> None:
    assert found(requests) == ["first", "second", "third", "waits", "newer", "older"]
    assert found(requests, "Contact", "ada") == ["first", "second", "third"]
    assert found(requests, "Contact", "none") == []
    assert [one.owner_name for one in asked(requests, label="Account", uid="acme", limit=2)] == ["Alice", None]


def test_what_may_not_be_seen_is_left_out(requests: Graph) -> None:
    assert "third" not in found(requests.seen_by(Sight(service_requests=("", "alice"))))
    assert found(requests.seen_by(Sight(contacts=())), "Contact", "ada") == []

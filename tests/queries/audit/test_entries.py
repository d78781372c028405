from __future__ import annotations

from typing import Any

import pytest

from graphcrm.graph import Graph
from graphcrm.queries.audit.entries import entries
from graphcrm.queries.audit.entry import Entry

from .conftest import hour


def test_an_empty_log_has_none(graph: Graph) -> None:
    assert entries(graph) == []


def test_an_entry_has_all_that_it_says_and_the_name_of_today(log: Graph) -> None:
    assert entries(log)[-1] == Entry(
        1, hour(1), "alice", "Alice", "write", ["create contact 1"], ["contact P1"], "c1", "10.0.0.1", "r1", "hash 1"
    )
    assert entries(log)[1] == Entry(4, hour(4), None, None, "refused", [], [], None, "10.0.0.1", None, "hash 4")
    assert entries(log, user="bob")[0].user_name is None


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, [5, 4, 3, 2, 1]),
        ({"limit": 2}, [5, 4]),
        ({"before": 4, "limit": 2}, [3, 2]),
        ({"first": 2, "before": 4}, [3, 2]),
        ({"first": 1, "before": 1}, []),
        ({"user": "alice"}, [5, 3, 1]),
        ({"user": "alice", "before": 5}, [3, 1]),
        ({"user": "nobody"}, []),
        ({"action": "write"}, [5, 2, 1]),
        ({"action": "write", "first": 2, "limit": 1}, [5]),
        ({"user": "alice", "action": "export"}, [3]),
        ({"record": "P1"}, [2, 1]),
        ({"record": "P1", "user": "bob"}, [2]),
        ({"record": "P2", "action": "write", "before": 5}, [2]),
        ({"record": "P2", "first": 3}, [5]),
        ({"record": "P2", "action": "export"}, []),
    ],
)
def test_the_latest_come_first_of_those_that_have_all_that_is_asked_for(
    log: Graph, asked: dict[str, Any], found: list[int]
) -> None:
    assert [entry.seq for entry in entries(log, **asked)] == found

from __future__ import annotations

import pytest
from worlds.build import account, contact, job

from graphcrm.graph import Graph
from graphcrm.queries.checks.repeated_jobs import repeated_jobs


@pytest.mark.parametrize(
    ("account_uid", "props", "repeated"),
    [
        ("A1", {}, True),
        ("A2", {}, False),
        ("A1", {"kind": "board"}, False),
        ("A1", {"concurrent": True}, False),  # somebody insisted
        ("A1", {"carried_from": "J0"}, False),
    ],
)
def test_jobs_of_one_kind_at_one_account_at_once_are_named(
    graph: Graph, account_uid: str, props: dict[str, object], repeated: bool
) -> None:
    contact(graph, "C1")
    for uid in ("A1", "A2"):
        account(graph, uid)
    job(graph, "C1", "A1", start="2020-01-01", uid="J1")
    job(graph, "C1", account_uid, start="2021-01-01", uid="J2", **props)
    assert [one.where for one in repeated_jobs(graph, limit=10)] == [["Contact C1", "J1", "J2"]] * repeated


def test_jobs_that_only_touch_are_two(graph: Graph) -> None:
    contact(graph, "C1")
    account(graph, "A1")
    job(graph, "C1", "A1", start="2020-01-01", end="2021-01-01")
    job(graph, "C1", "A1", start="2021-01-01")
    assert repeated_jobs(graph, limit=10) == []

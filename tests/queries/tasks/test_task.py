from __future__ import annotations

from datetime import date

import pytest
from worlds.build import NOW, TODAY, account, assignment, contact, user

from graphcrm.access import Sight
from graphcrm.errors import InTrashError, NotFoundError
from graphcrm.graph import Graph
from graphcrm.queries.tasks.task import Task, task


@pytest.fixture
def call(graph: Graph) -> Graph:
    """A task of Alice's about Ada and Acme."""
    user(graph, "alice", "Alice"), contact(graph, "ada", "Ada", do_not_contact=True), account(graph, "acme", "Acme")
    graph.write(
        "CREATE (t:Task {uid: 't', name: 'Call', kind: 'call', status: 'open', due_on: date('2024-06-01'), rev: 2, "
        "created_at: $at, updated_at: $at, owner: 'alice', x_size: 'L'}) WITH t MATCH (n:Account|Contact) CREATE (t)-[:ABOUT]->(n)",
        at=NOW,
    )
    graph.write("MATCH (t:Task), (u:User) CREATE (t)-[:ASSIGNED_TO {uid: 'A', rev: 1, start: date('2024-01-01')}]->(u)")
    return graph


def test_a_task_comes_with_all_that_is_recorded(call: Graph) -> None:
    assert task(call, uid="t", on=TODAY) == Task(
        uid="t", name="Call", description=None, kind="call", priority=None, due_on=date(2024, 6, 1), due_time=None,
        status="open", done_at=None, outcome=None, repeats=None, every=None, series=None, rev=2, external_id=None,
        source=None, created_at=NOW, updated_at=NOW, deleted_at=None, custom=[["x_size", "L"]],
        about=[["account", "acme", "Acme", False], ["contact", "ada", "Ada", True]], owner=["alice", "Alice"], tags=[],
    )  # fmt: skip
    assert task(call, uid="t", on=date(2023, 1, 1)).owner is None
    assert task(call, uid="t").of("contact") == ["ada"]


def test_it_is_seen_by_whose_it_is_and_tells_of_records_that_are_seen(call: Graph) -> None:
    call.write("MATCH (n:Contact) SET n.owner = 'bob'")
    seen = call.seen_by(Sight(contacts=("alice", ""), tasks=("alice", "")))
    assert task(seen, uid="t").of("contact") == []
    with pytest.raises(NotFoundError):
        task(call.seen_by(Sight(tasks=("bob", ""))), uid="t")


def test_one_that_is_gone_or_in_the_trash_is_not_shown(call: Graph) -> None:
    with pytest.raises(NotFoundError):
        task(call, uid="none")
    call.write("MATCH (t:Task) SET t.deleted_at = $at", at=NOW)
    with pytest.raises(InTrashError):
        task(call, uid="t")
    assert assignment

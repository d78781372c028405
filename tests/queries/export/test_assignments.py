from __future__ import annotations

from functools import partial

from worlds.build import account, contact, lead, task, user

from graphcrm.graph import Graph
from graphcrm.queries.export.assignments import assignments

from .conftest import pages


def assign(graph: Graph, record: str, uid: str, start: str, end: str | None = None) -> None:
    graph.write(
        "MATCH (n:Account|Contact|Lead|Task {uid: $record}) MATCH (u:User) "
        "CREATE (n)-[:ASSIGNED_TO {uid: $uid, start: date($start), end: date($end), reason: 'new'}]->(u)",
        record=record, uid=uid, start=start, end=end,
    )  # fmt: skip


def test_pages_have_accounts_contacts_leads_and_tasks_in_the_order_of_the_assignments(graph: Graph):
    user(graph, "U1"), account(graph, "A1"), contact(graph, "P1"), lead(graph, "L1"), task(graph, "T1")
    for record, uid in (("L1", "S3"), ("A1", "S2"), ("P1", "S1"), ("A1", "S4"), ("T1", "S5")):
        assign(graph, record, uid, "2024-01-01")
    found = [[(each.uid, each.label, each.record) for each in page] for page in pages(partial(assignments, graph))]
    assert found == [
        [("S1", "Contact", "P1"), ("S2", "Account", "A1")],
        [("S3", "Lead", "L1"), ("S4", "Account", "A1")],
        [("S5", "Task", "T1")],
    ]


def test_an_assignment_comes_with_its_days_as_text(graph: Graph):
    user(graph, "U1"), lead(graph, "L1")
    assign(graph, "L1", "S1", "2024-01-01", "2024-01-01")
    assign(graph, "L1", "S2", "2024-01-01")
    found = assignments(graph, after="", limit=10)
    assert [(each.user, each.props["start"], each.props["end"], each.props["reason"]) for each in found] == [
        ("U1", "2024-01-01", "2024-01-01", "new"),
        ("U1", "2024-01-01", None, "new"),
    ]


def test_nothing_there_is_nothing_found(graph: Graph):
    assert assignments(graph, after="", limit=10) == []

"""The cast, and what it lacks of all that a graph can hold."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from worlds.build import account, assignment, contact, interaction, job, link
from worlds.cast import write_cast

from graphcrm.graph import Graph
from graphcrm.queries.ownership.keep_owners import keep_owners
from graphcrm.services import derived, jobs, moves, records, trash
from graphcrm.services.changes import Author, change
from graphcrm.services.moves import Asked


@pytest.fixture
def world(graph: Graph) -> Graph:
    """The cast; an acquisition; a meeting of three; owners; a job added, corrected and left; a contact in the trash; a
    task."""
    write_cast(graph)
    account(graph, "a1")
    for uid in ("ada", "bo", "gone"):
        contact(graph, uid, email=f"{uid}@a.example")
    link(graph, "SUCCEEDED_BY", "hooli", "bytes", start="2018", uid="taken")
    link(graph, "REPORTS_TO", "maya", "tomas", start="2018", end="2022", uid="boss")
    job(graph, "gone", "a1", start="2020", uid="gone-1")
    for uid in ("ada", "bo"):
        interaction(graph, "alice", uid, "2024-05-02", uid=f"met-{uid}", event="met", participants=3, counted=True)
    assignment(graph, "acme", "alice", start="2023-01-01", end="2024-01-01", uid="own-1")
    assignment(graph, "acme", "bob", start="2024-01-01", uid="own-2")
    graph.write(
        "MATCH (c:Contact {uid: 'ada'}), (u:User {uid: 'alice'}) "
        "CREATE (t:Task {uid: 'call', name: 'Call', status: 'done', rev: 1, owner: 'alice', due_on: date('2024-06-01'), due: '2024-06-01', "
        "done_at: datetime('2024-06-01T00:00Z')})-[:ABOUT]->(c), "
        "(t)-[:ASSIGNED_TO {uid: 'own-3', rev: 1, start: date('2024-01-01')}]->(u)"
    )
    keep_owners(graph, records=[("Account", "acme")], users=[], on=datetime.now(UTC).date())
    graph.write("MATCH ()-[e:WORKS_AT|INTERACTED_WITH|RATES]->() SET e.rev = 1")
    derived.carry(graph, accounts=["hooli"])
    author = Author("alice")
    first = change(graph, author, lambda made: jobs.add(made, "ada", {"start": "2019"}, account="a1"))
    change(graph, author, lambda made: jobs.correct(made, first.uid, {"title": "CTO"}))
    change(graph, author, lambda made: moves.move(made, Asked("ada", "acme", "2024-02-01")))
    change(graph, author, lambda made: records.edit(made, "contact", "bo", {"name": "Bo"}))
    change(graph, author, lambda made: trash.trash(made, "contact", "gone"))
    return graph

from __future__ import annotations

import pytest
from worlds.build import account, assignment, contact, interaction, rating, user

from graphcrm.graph import Graph
from graphcrm.queries.checks.odd_instants import odd_instants

WORLD = [
    ("MATCH (n:Contact) SET n.created_at = '2024-05-01T10:00:00Z'", "Contact C1"),
    ("MATCH (n:Contact) SET n.updated_at = datetime('2024-05-01T10:00:00[UTC]')", "Contact C1"),
    ("MATCH (n:User) SET n.deleted_at = datetime('2024-05-01T10:00:00+02:00')", "User U1"),
    ("MATCH ()-[e:INTERACTED_WITH]->() SET e.at = datetime('2024-05-01T10:00:00[UTC]')", "INTERACTED_WITH I1"),
    ("MATCH ()-[e:RATES]->() SET e.at = 1717200000, e.uid = 'R1'", "RATES R1"),
    ("MATCH ()-[e:ASSIGNED_TO]->() SET e.start = '2024-05-01'", "ASSIGNED_TO S1"),
    ("MATCH ()-[e:ASSIGNED_TO]->() SET e.recorded_at = '2024-05-01'", "ASSIGNED_TO S1"),
    ("MATCH (n:Task) SET n.due_on = datetime('2024-05-01T10:00:00Z')", "Task T1"),
    ("MATCH (n:Task) SET n.first_on = '2024-05-01'", "Task T1"),
    ("MATCH (n:Task) SET n.done_at = datetime('2024-05-01T10:00:00+02:00')", "Task T1"),
]


@pytest.mark.parametrize(("statement", "where"), WORLD)
def test_a_time_that_is_none_or_in_another_zone_is_named(graph: Graph, statement: str, where: str) -> None:
    account(graph, "A1")
    contact(graph, "C1")
    user(graph, "U1")
    interaction(graph, "U1", "C1", "2024-05-01", uid="I1")
    rating(graph, "U1", "C1", 3)
    assignment(graph, "A1", "U1", uid="S1", start="2024-05-01", end="2024-06-01")
    graph.write("CREATE (:Task {uid: 'T1', due_on: date('2024-05-01'), done_at: datetime('2024-05-01T10:00:00Z')})")
    assert odd_instants(graph, limit=10) == []
    graph.write(statement)
    assert [one.where for one in odd_instants(graph, limit=10)] == [[where]]

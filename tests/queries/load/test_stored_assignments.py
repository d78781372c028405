from __future__ import annotations

from datetime import date

from graphcrm.graph import Graph
from graphcrm.queries.load.stored_assignments import stored_assignments


def test_assignments_are_found_by_label_and_uid(cast: Graph):
    cast.write(
        "MATCH (u:User {uid: 'U1'}), (l:Lead {uid: 'L1'}), (a:Account {uid: 'A1'}) "
        "CREATE (l)-[:ASSIGNED_TO {uid: 'S1', start: date('2024-01-01'), end: date('2024-02-01')}]->(u), "
        "(l)-[:ASSIGNED_TO {uid: 'S2', start: date('2024-02-01')}]->(u), (a)-[:ASSIGNED_TO {uid: 'S3'}]->(u)"
    )
    found = stored_assignments(cast, records=[("Lead", "L1"), ("Contact", "A1"), ("Lead", "L9")], uids=[])
    assert sorted((a.label, a.record, a.user, a.start, str(a.end), a.props["uid"]) for a in found) == [
        ("Lead", "L1", "U1", date(2024, 1, 1), "2024-02-01", "S1"),
        ("Lead", "L1", "U1", date(2024, 2, 1), "None", "S2"),
    ]


def test_assignments_are_found_by_their_own_uid_and_each_once(cast: Graph):
    cast.write(
        "MATCH (u:User {uid: 'U1'}), (l:Lead {uid: 'L1'}), (a:Account {uid: 'A1'}) "
        "CREATE (l)-[:ASSIGNED_TO {uid: 'S1'}]->(u), (a)-[:ASSIGNED_TO {uid: 'S3'}]->(u)"
    )
    found = stored_assignments(cast, records=[("Lead", "L1")], uids=["S1", "S3", "S9"])
    assert sorted((a.label, a.record, a.props["uid"]) for a in found) == [("Account", "A1", "S3"), ("Lead", "L1", "S1")]
    assert stored_assignments(cast, records=[], uids=[]) == []

from __future__ import annotations

from datetime import date

from graphcrm.graph import Graph
from graphcrm.queries.load.create_assignments import create_assignments

from .conftest import AT, rows


def assignment(uid: str, label: str, record: str, user: str = "U1") -> dict[str, object]:
    props = {"start": date(2024, 1, 1), "reason": "new"}
    return {"uid": uid, "label": label, "record": record, "user": user, "props": props}


def test_accounts_contacts_leads_and_tasks_are_assigned(cast: Graph):
    cast.write("CREATE (:Task {uid: 'T1', name: 'Call'})")
    records = [("Lead", "L1"), ("Account", "A1"), ("Contact", "C1"), ("Task", "T1")]
    new = [assignment(f"S{n}", label, uid) for n, (label, uid) in enumerate(records, 1)]
    assert create_assignments(cast, rows=new, at=AT) == 4
    found = rows(
        cast, "MATCH (n)-[s:ASSIGNED_TO]->(u:User) RETURN s.uid, n.uid, u.uid, s.start, s.reason, s.rev ORDER BY s.uid"
    )
    rest = ("U1", date(2024, 1, 1), "new", 1)
    assert found == [("S1", "L1", *rest), ("S2", "A1", *rest), ("S3", "C1", *rest), ("S4", "T1", *rest)]


def test_a_uid_of_another_label_is_not_taken_for_it(cast: Graph):
    gone = [
        assignment("S1", "Lead", "A1"),
        assignment("S2", "Account", "U1"),
        assignment("S3", "Lead", "L1", user="U9"),
    ]
    assert create_assignments(cast, rows=gone, at=AT) == 0

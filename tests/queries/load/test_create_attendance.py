from __future__ import annotations

from datetime import date

from worlds.build import campaign, lead

from graphcrm.graph import Graph
from graphcrm.queries.load.create_attendance import create_attendance

from .conftest import AT, rows


def test_contacts_and_leads_attend_with_a_status_and_a_day(cast: Graph):
    campaign(cast, "G1"), lead(cast, "L9")
    on = date(2024, 5, 1)
    first = {
        "uid": "T1",
        "campaign": "G1",
        "label": "Contact",
        "person": "C1",
        "props": {"status": "invited", "on": on},
    }
    second = {**first, "uid": "T2", "label": "Lead", "person": "L9"}
    assert create_attendance(cast, rows=[first, second], at=AT) == 2
    found = rows(cast, "MATCH (n)-[e:ATTENDS]->(g) RETURN n.uid, g.uid, e.uid, e.status, e.on, e.rev, e.recorded_at")
    assert sorted(found) == [("C1", "G1", "T1", "invited", on, 1, AT), ("L9", "G1", "T2", "invited", on, 1, AT)]


def test_whoever_is_gone_is_not_counted(cast: Graph):
    campaign(cast, "G1")
    gone = {"uid": "T1", "campaign": "G1", "label": "Contact", "person": "C9", "props": {}}
    assert create_attendance(cast, rows=[gone, {**gone, "campaign": "G9", "person": "C1"}], at=AT) == 0

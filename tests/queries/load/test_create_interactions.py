from __future__ import annotations

from datetime import UTC, datetime

from graphcrm.graph import Graph
from graphcrm.queries.load.create_interactions import create_interactions

from .conftest import AT, rows


def part(uid: str, label: str, person: str, user: str = "U1") -> dict[str, object]:
    at = "2024-05-01T10:00:00.000001+00:00"
    return {
        "uid": uid,
        "event": "I1",
        "user": user,
        "label": label,
        "person": person,
        "at": at,
        "props": {"channel": "call"},
    }


def test_interactions_are_with_contacts_and_leads(cast: Graph):
    assert create_interactions(cast, rows=[part("E1", "Contact", "C1"), part("E2", "Lead", "L1")], at=AT) == 2
    found = rows(
        cast,
        "MATCH (u:User)-[i:INTERACTED_WITH]->(p) "
        "RETURN i.uid, u.uid, labels(p), p.uid, i.event, i.at, i.at.timezone, i.channel, i.rev, i.recorded_at ORDER BY i.uid",
    )
    rest = ("I1", datetime(2024, 5, 1, 10, 0, 0, 1, tzinfo=UTC), "Z", "call", 1, AT)
    assert found == [("E1", "U1", ["Contact"], "C1", *rest), ("E2", "U1", ["Lead"], "L1", *rest)]


def test_a_uid_of_another_label_is_not_taken_for_it(cast: Graph):
    gone = [part("E1", "Lead", "C1"), part("E2", "Contact", "L1"), part("E3", "Contact", "C1", user="U9")]
    assert create_interactions(cast, rows=gone, at=AT) == 0

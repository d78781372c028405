from __future__ import annotations

from datetime import date

from graphcrm.graph import Graph
from graphcrm.queries.load.create_stints import create_stints

from .conftest import AT, rows

DAYS = {
    "verified_on": "2026-06-01",
    "start_min": "0001-01-01",
    "start_max": "2026-06-01",
    "end_min": "9999-12-31",
    "end_max": "9999-12-31",
}


def stint(uid: str, contact: str = "C1", account: str = "A1") -> dict[str, object]:
    return {"uid": uid, "contact": contact, "account": account, "props": {"title": "Boss", "primary": True}, **DAYS}


def test_a_stint_has_native_dates_and_its_properties(cast: Graph):
    assert create_stints(cast, rows=[stint("J1"), stint("J2")], at=AT) == 2
    found = rows(
        cast,
        "MATCH (c:Contact)-[w:WORKS_AT]->(a:Account) RETURN w.uid, c.uid, a.uid, w.title, w.primary, w.rev, "
        "w.recorded_at, w.verified_on, w.start_min, w.start_max, w.end_min, w.end_max ORDER BY w.uid",
    )
    day = date(2026, 6, 1)
    rest = ("C1", "A1", "Boss", True, 1, AT, day, date.min, day, date.max, date.max)
    assert found == [("J1", *rest), ("J2", *rest)]


def test_whoever_is_gone_is_not_counted(cast: Graph):
    assert create_stints(cast, rows=[stint("J1", contact="C9"), stint("J2", account="A9")], at=AT) == 0

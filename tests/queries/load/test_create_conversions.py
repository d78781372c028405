from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.load.create_conversions import create_conversions

from .conftest import AT, rows


def test_what_a_lead_became_is_said_with_the_time(cast: Graph) -> None:
    of = {"lead": "L1", "props": {"at": AT, "by": "U1"}}
    given = [
        {"uid": "E1", "label": "Contact", "record": "C1", **of},
        {"uid": "E2", "label": "Account", "record": "A1", **of},
    ]
    assert create_conversions(cast, rows=given, at=AT) == 2
    found = rows(
        cast,
        "MATCH (l:Lead)-[e:CONVERTED_TO]->(n) RETURN l.uid, n.uid, e.uid, e.at, e.by, e.rev, e.recorded_at ORDER BY e.uid",
    )
    assert found == [("L1", "C1", "E1", AT, "U1", 1, AT), ("L1", "A1", "E2", AT, "U1", 1, AT)]


def test_whoever_is_gone_is_not_counted(cast: Graph) -> None:
    gone = {"uid": "E1", "lead": "L1", "label": "Contact", "record": "C9", "props": {}}
    assert create_conversions(cast, rows=[gone, {**gone, "lead": "L9", "record": "C1"}], at=AT) == 0

from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.load.create_ratings import create_ratings

from .conftest import AT, rows


def test_a_rating_has_its_value_and_time(cast: Graph):
    rating = {"uid": "R1", "user": "U1", "contact": "C1", "props": {"value": 4, "at": AT}}
    assert create_ratings(cast, rows=[rating], at=AT) == 1
    found = rows(
        cast, "MATCH (u:User)-[r:RATES]->(c:Contact) RETURN u.uid, c.uid, r.uid, r.value, r.at, r.rev, r.recorded_at"
    )
    assert found == [("U1", "C1", "R1", 4, AT, 1, AT)]


def test_whoever_is_gone_is_not_counted(cast: Graph):
    gone = {"uid": "R1", "user": "U1", "contact": "C9", "props": {}}
    assert create_ratings(cast, rows=[gone, {**gone, "user": "U9", "contact": "C1"}], at=AT) == 0

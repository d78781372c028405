from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.changes.put_revisions import put_revisions

from .conftest import AT, rows


def test_each_is_on_its_histories(cast: Graph) -> None:
    props = {"change": "c", "kind": "job", "of": "J", "rev": 1, "action": "create", "at": AT, "by": None}
    new = [
        {"uid": "R1", "props": props, "on": ["Contact X", "Account A1"]},
        {"uid": "R2", "props": props | {"kind": "user"}, "on": ["User U1"]},
        {"uid": "R3", "props": props | {"kind": "lead"}, "on": ["Contact X"]},
        {"uid": "R4", "props": props | {"action": "purge"}, "on": []},
    ]
    assert put_revisions(cast, rows=new) == 4
    assert set(rows(cast, "MATCH (r:Revision)-[:ON]->(h:History) RETURN r.uid, h.uid")) == {
        ("R1", "Contact X"), ("R1", "Account A1"), ("R2", "User U1"), ("R3", "Contact X"),
    }  # fmt: skip
    assert len(rows(cast, "MATCH (h:History) RETURN h")) == 3
    assert rows(cast, "MATCH (r:Revision {uid: 'R4'}) RETURN r.change, r.action, r.at, r.by") == [
        ("c", "purge", AT, None)
    ]

from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.changes.drop_memberships import drop_memberships

from .conftest import rows


def test_a_user_leaves_what_is_named_alone(cast: Graph) -> None:
    cast.write("MATCH (u:User) WHERE u.uid IN ['U1', 'U2'] CREATE (u)-[:MEMBER_OF]->(:Team), (u)-[:IS]->(:Contact)")
    assert drop_memberships(cast, rows=[{"uid": "U1", "team": True, "own": False}]) == 1
    assert drop_memberships(cast, rows=[{"uid": "U2", "team": False, "own": True}]) == 1
    assert set(rows(cast, "MATCH (u:User)-[e:MEMBER_OF|IS]->() RETURN u.uid, type(e)")) == {
        ("U1", "IS"),
        ("U2", "MEMBER_OF"),
    }
    assert drop_memberships(cast, rows=[{"uid": "none", "team": True, "own": True}]) == 0

from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.load.put_memberships import put_memberships

from .conftest import AT, rows

MEMBERS = "MATCH (u:User)-[:MEMBER_OF]->(t:Team) RETURN u.uid, t.uid, t.name, t.rev ORDER BY u.uid"


def test_users_join_a_team_that_is_made_once(cast: Graph):
    joining = [{"user": user, "team": "T1", "name": "North"} for user in ("U1", "U2")]
    assert put_memberships(cast, rows=joining, at=AT) == 2
    assert rows(cast, MEMBERS) == [("U1", "T1", "North", 1), ("U2", "T1", "North", 1)]


def test_joining_a_team_is_leaving_the_others(cast: Graph):
    cast.write(
        "MATCH (u:User {uid: 'U1'}) CREATE (u)-[:MEMBER_OF]->(:Team {uid: 'T2'}), (u)-[:MEMBER_OF]->(:Team {uid: 'T3'})"
    )
    assert put_memberships(cast, rows=[{"user": "U1", "team": "T1", "name": "North"}], at=AT) == 1
    assert rows(cast, MEMBERS) == [("U1", "T1", "North", 1)]


def test_a_user_who_is_gone_is_not_counted(cast: Graph):
    assert put_memberships(cast, rows=[{"user": "U9", "team": "T1", "name": "North"}], at=AT) == 0

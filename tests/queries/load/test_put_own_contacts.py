from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.load.put_own_contacts import put_own_contacts

from .conftest import rows

OWN = "MATCH (u:User)-[:IS]->(c:Contact) RETURN u.uid, c.uid"


def test_a_user_is_one_contact_only(cast: Graph):
    assert put_own_contacts(cast, rows=[{"user": "U1", "contact": "C1"}]) == 1
    assert put_own_contacts(cast, rows=[{"user": "U1", "contact": "C2"}]) == 1
    assert rows(cast, OWN) == [("U1", "C2")]


def test_one_in_the_trash_does_not_come_back_beside_it(cast: Graph):
    cast.write(
        "MATCH (u:User {uid: 'U1'}), (c:Contact {uid: 'C1'}) "
        "CREATE (u)-[:TRASHED {type: 'IS'}]->(c), (u)-[:TRASHED {type: 'INTERACTED_WITH'}]->(c)"
    )
    put_own_contacts(cast, rows=[{"user": "U1", "contact": "C2"}])
    assert rows(cast, "MATCH ()-[t:TRASHED]->() RETURN t.type") == [("INTERACTED_WITH",)]
    assert rows(cast, OWN) == [("U1", "C2")]


def test_whoever_is_gone_is_not_counted(cast: Graph):
    assert put_own_contacts(cast, rows=[{"user": "U9", "contact": "C1"}, {"user": "U1", "contact": "C9"}]) == 0
    assert rows(cast, OWN) == []

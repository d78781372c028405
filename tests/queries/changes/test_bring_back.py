from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.changes.bring_back import bring_back
from graphcrm.queries.changes.set_aside import set_aside

from .conftest import rows

EDGES = "MATCH (x)-[e]->(y) RETURN x.uid, type(e), properties(e), y.uid"


def tied(cast: Graph) -> None:
    cast.write(
        "MATCH (c:Contact {uid: 'C1'}), (a:Account {uid: 'A1'}), (u:User {uid: 'U1'}), (l:Lead {uid: 'L1'}) "
        "CREATE (c)-[:WORKS_AT {uid: 'W1', title: 'CTO', start_min: date('2020-01-01')}]->(a), "
        "(u)-[:INTERACTED_WITH {uid: 'I1', at: datetime('2024-01-01T00:00Z')}]->(c), "
        "(u)-[:INTERACTED_WITH {uid: 'I2', at: datetime('2024-01-02T00:00Z')}]->(c), "
        "(u)-[:INTERACTED_WITH {uid: 'I3', at: datetime('2024-01-02T00:00Z')}]->(l)"
    )


def test_what_was_set_aside_is_as_it_was_and_ties_follow(cast: Graph) -> None:
    tied(cast)
    before = sorted(rows(cast, EDGES), key=str)
    set_aside(cast, label="Contact", uid="C1")
    assert bring_back(cast, label="Contact", uid="C1") == ([{"user": "U1", "contact": "C1"}], [])
    assert sorted(rows(cast, EDGES), key=str) == before


def test_what_is_offered_to_another_account_by_now_stays_with_that(cast: Graph) -> None:
    cast.write(
        "MATCH (a:Account {uid: 'A1'}) CREATE (o:Opportunity {uid: 'O1'})-[:TRASHED {type: 'OFFERED_TO'}]->(a), "
        "(o)-[:OFFERED_TO]->(:Account {uid: 'A9'})"
    )
    assert bring_back(cast, label="Account", uid="A1") == ([], [])
    assert rows(cast, "MATCH (:Opportunity)-[e]->(a) RETURN type(e), a.uid") == [("OFFERED_TO", "A9")]


def test_what_was_offered_to_two_accounts_in_the_trash_waits_for_the_last(cast: Graph) -> None:
    cast.write(
        "MATCH (a:Account {uid: 'A1'}) SET a.deleted_at = datetime() CREATE (o:Opportunity {uid: 'O1'}), "
        "(o)-[:TRASHED {type: 'OFFERED_TO'}]->(a), (o)-[:OFFERED_TO]->(:Account {uid: 'A9'})"
    )
    set_aside(cast, label="Opportunity", uid="O1")
    asked = "MATCH (:Opportunity)-[e]->(a) RETURN type(e), e.behind, a.uid ORDER BY a.uid"
    assert rows(cast, asked) == [("TRASHED", 1, "A1"), ("TRASHED", None, "A9")]
    cast.write("MATCH (o:Opportunity) SET o.deleted_at = datetime() WITH o MATCH (a {uid: 'A1'}) REMOVE a.deleted_at")
    assert bring_back(cast, label="Account", uid="A1") == ([], [])  # it is in the trash itself
    cast.write("MATCH (o:Opportunity) REMOVE o.deleted_at")
    assert bring_back(cast, label="Opportunity", uid="O1") == ([], [])
    assert rows(cast, asked) == [("OFFERED_TO", None, "A9")]


def test_an_edge_to_what_is_in_the_trash_itself_waits_for_it(cast: Graph) -> None:
    tied(cast)
    for label, uid in (("Contact", "C1"), ("User", "U1")):
        set_aside(cast, label=label, uid=uid)
    cast.write("MATCH (u:User {uid: 'U1'}) SET u.deleted_at = datetime()")
    assert bring_back(cast, label="Contact", uid="C1") == ([], [])
    assert sorted(row[1] for row in rows(cast, EDGES)) == ["TRASHED", "TRASHED", "TRASHED", "WORKS_AT"]
    cast.write("MATCH (u:User {uid: 'U1'}) REMOVE u.deleted_at")
    assert bring_back(cast, label="User", uid="U1") == ([{"user": "U1", "contact": "C1"}], [])
    assert "TRASHED" not in {row[1] for row in rows(cast, EDGES)}

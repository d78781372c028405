from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.changes.purge_record import purge_record
from graphcrm.queries.changes.set_aside import set_aside

from .conftest import LABELS, revision, rows


def test_only_what_is_in_the_trash_is_erased(cast: Graph) -> None:
    for label in LABELS:
        assert purge_record(cast, label=label, uid="X") == 0
        cast.write("MATCH (n {uid: 'X'}) WHERE $label IN labels(n) SET n.deleted_at = datetime()", label=label)
        assert purge_record(cast, label=label, uid="X") == 1
    assert rows(cast, "MATCH (n {uid: 'X'}) RETURN n") == []


def test_nothing_of_it_is_left_and_nothing_of_others_goes(cast: Graph) -> None:
    cast.write(
        "MATCH (c:Contact {uid: 'C1'}), (d:Contact {uid: 'C2'}), (a:Account {uid: 'A1'}) "
        "CREATE (own:Handle {uid: 'email:own', value: 'own'}), (both:Handle {uid: 'email:both', value: 'both'}), "
        "(c)-[:HAS_HANDLE]->(own), (c)-[:HAS_HANDLE]->(both), (d)-[:HAS_HANDLE]->(both), (c)-[:WORKS_AT {uid: 'W'}]->(a), "
        "(m:Move {uid: 'W'})-[:FOR]->(c), (m)-[:JOINED]->(a)"
    )
    revision(cast, "R1", ("Contact", "C1"))
    revision(cast, "R2", ("Contact", "C1"), ("Account", "A1"), kind="job", of="W")
    revision(cast, "R3", ("Contact", "C1"), ("User", "U1"), kind="interaction", of="E1")
    revision(cast, "R4", ("Contact", "C1"), ("Contact", "C2"), ("User", "U1"), kind="interaction", of="E2")
    revision(cast, "R5", ("Account", "A1"), kind="account", of="A1")
    cast.write("MATCH (c:Contact {uid: 'C1'}) SET c.deleted_at = datetime()")
    set_aside(cast, label="Contact", uid="C1")
    assert purge_record(cast, label="Contact", uid="C1") == 1
    assert sorted(rows(cast, "MATCH (n:Revision|Handle|Move) RETURN n.uid")) == [("R4",), ("R5",), ("email:both",)]
    assert rows(cast, "MATCH (:Contact {uid: 'C2'})-[:HAS_HANDLE]->(h) RETURN h.uid") == [("email:both",)]
    assert rows(cast, "MATCH ()-[t:TRASHED]-() RETURN t") == []


def test_a_user_takes_their_tokens_and_credential_along(cast: Graph) -> None:
    cast.write(
        "MATCH (u:User {uid: 'U1'}), (v:User {uid: 'U2'}) SET u.deleted_at = datetime() "
        "CREATE (u)-[:HAS_TOKEN]->(:ApiToken {uid: 'T1'}), (v)-[:HAS_TOKEN]->(:ApiToken {uid: 'T2'}), "
        "(u)-[:HAS_CREDENTIAL]->(:Credential {uid: 'U1'}), (v)-[:HAS_CREDENTIAL]->(:Credential {uid: 'U2'})"
    )
    set_aside(cast, label="User", uid="U1")
    assert purge_record(cast, label="User", uid="U1") == 1
    assert sorted(rows(cast, "MATCH (t:ApiToken|Credential) RETURN t.uid")) == [("T2",), ("U2",)]


def test_a_user_takes_along_what_was_theirs_alone_and_nothing_that_they_pinned(cast: Graph) -> None:
    cast.write(
        "MATCH (u:User {uid: 'U1'}), (v:User {uid: 'U2'}) SET u.deleted_at = datetime() "
        "CREATE (u)-[:WROTE]->(:MailTemplate {uid: 'M1'}), (v)-[:WROTE]->(:MailTemplate {uid: 'M2'}), "
        "(u)-[:AUTOMATES]->(a:Automation {uid: 'A1'}), (a)-[:RAN]->(:AutomationRun {uid: 'R1'}), "
        "(v)-[:AUTOMATES]->(b:Automation {uid: 'A2'}), (b)-[:RAN]->(:AutomationRun {uid: 'R2'}), "
        "(:Notification {uid: 'N1'})-[:UNREAD_BY]->(u), (:Notification {uid: 'N2'})-[:READ_BY]->(u), "
        "(:Notification {uid: 'N3'})-[:UNREAD_BY]->(v), (u)-[:SAVED]->(:SavedView {uid: 'V1'}), "
        "(v)-[:SAVED]->(w:SavedView {uid: 'V2'}), (u)-[:PINNED]->(w)"
    )
    set_aside(cast, label="User", uid="U1")
    assert purge_record(cast, label="User", uid="U1") == 1
    found = rows(cast, "MATCH (n:MailTemplate|Automation|AutomationRun|Notification|SavedView) RETURN n.uid")
    assert sorted(found) == [("A2",), ("M2",), ("N3",), ("R2",), ("V2",)]


def test_the_news_of_a_move_goes_with_who_moved_and_not_with_who_was_told(cast: Graph) -> None:
    cast.write(
        "MATCH (u:User {uid: 'U1'}), (v:User {uid: 'U2'}), (c:Contact {uid: 'C1'}), (d:Contact {uid: 'C2'}) "
        "SET u.deleted_at = datetime(), c.deleted_at = datetime() "
        "CREATE (n:MoveNews {uid: 'N1'})-[:FOR]->(c), (m:MoveNews {uid: 'N2'})-[:FOR]->(d), "
        "(n)-[:TELLS]->(u), (n)-[:TELLS]->(v), (m)-[:TELLS]->(u), (m)-[:TELLS]->(v)"
    )
    for label, uid in (("User", "U1"), ("Contact", "C1")):
        set_aside(cast, label=label, uid=uid)
        assert purge_record(cast, label=label, uid=uid) == 1
    assert rows(cast, "MATCH (n:MoveNews)-[:TELLS]->(u) RETURN n.uid, u.uid") == [("N2", "U2")]

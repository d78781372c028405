from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.changes.lock_records import lock_records

from .conftest import LABELS


def test_records_come_with_their_handles_team_and_own_contact_in_one_order(cast: Graph) -> None:
    cast.write(
        "MATCH (u:User {uid: 'U1'}), (c:Contact {uid: 'C1'}) CREATE (u)-[:IS]->(c), "
        "(u)-[:MEMBER_OF]->(:Team {uid: 'T', name: 'North'}), "
        "(u)-[:HAS_HANDLE {primary: true, label: 'work'}]->(:Handle {uid: 'email:a@b.c', kind: 'email', value: 'a@b.c'})"
    )
    found = lock_records(cast, records=[("User", "U1"), ("Account", "A1"), ("User", "U1")])
    assert [(one.label, one.uid, one.props["name"]) for one in found] == [
        ("Account", "A1", "Acme"),
        ("User", "U1", "Alice"),
    ]
    assert (found[1].handles, found[1].team, found[1].own) == ([["email:a@b.c", True, "work"]], "North", "C1")
    assert (found[0].handles, found[0].team, found[0].own) == ([], None, None)


def test_the_label_tells_records_of_one_uid_apart(cast: Graph) -> None:
    for label in LABELS:
        (found,) = lock_records(cast, records=[(label, "X")])
        assert (found.label, found.props["rev"]) == (label, 1)


def test_what_is_not_there_is_not_found(cast: Graph) -> None:
    assert lock_records(cast, records=[("Contact", "U1"), ("Lead", "none")]) == []
    assert lock_records(cast, records=[]) == []

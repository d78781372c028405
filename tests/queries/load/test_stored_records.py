from __future__ import annotations

import pytest

from graphcrm.graph import Graph
from graphcrm.queries.load.stored_records import StoredRecord, stored_records


def test_a_record_comes_with_handles_teams_and_own_contact(cast: Graph):
    cast.write(
        "MATCH (u:User {uid: 'U1'}), (c:Contact {uid: 'C1'}) SET u.created_at = datetime() "
        "CREATE (u)-[:IS]->(c), (u)-[:MEMBER_OF]->(:Team {uid: 'T1', name: 'North'}), "
        "(u)-[:HAS_HANDLE {primary: true, label: 'work'}]->(:Handle {uid: 'email:a'}), (u)-[:HAS_HANDLE]->(:Handle {uid: 'phone:1'})"
    )
    (found,) = stored_records(cast, label="User", uids=["U1", "C1", "X"])
    assert sorted(found.handles) == [["email:a", True, "work"], ["phone:1", None, None]]
    props = {"uid": "U1", "name": "Alice", "rev": 1, "created_at": None, "updated_at": None}
    assert found == StoredRecord("U1", props, found.handles, ["North"], ["C1"], [])


@pytest.mark.parametrize(("label", "uid"), [("Account", "A1"), ("Contact", "C2"), ("Lead", "L1")])
def test_only_records_of_that_label_are_found(cast: Graph, label: str, uid: str):
    found = stored_records(cast, label=label, uids=["A1", "C2", "L1", "U2"])
    assert [(record.uid, record.handles, record.teams, record.own) for record in found] == [(uid, [], [], [])]


def test_nothing_asked_is_nothing_found(cast: Graph):
    assert stored_records(cast, label="Contact", uids=[]) == []

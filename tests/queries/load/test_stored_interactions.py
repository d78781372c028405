from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.load.stored_interactions import stored_interactions


def test_all_parts_of_the_events_asked_for_are_found(cast: Graph):
    cast.write(
        "MATCH (u:User {uid: 'U1'}), (c:Contact {uid: 'C1'}), (l:Lead {uid: 'L1'}) "
        "CREATE (u)-[:INTERACTED_WITH {uid: 'E1', event: 'I1', at: datetime('2024-05-01T10:00:00.5Z')}]->(c), "
        "(u)-[:INTERACTED_WITH {uid: 'E2', event: 'I1', at: datetime('2024-05-01T10:00:00Z'), counted: true}]->(l), "
        "(u)-[:INTERACTED_WITH {uid: 'E3', event: 'I2', at: datetime('2024-05-01T10:00:00Z')}]->(c)"
    )
    found = stored_interactions(cast, events=["I1", "I9"])
    assert sorted((part.event, part.user, part.label, part.person, part.at) for part in found) == [
        ("I1", "U1", "Contact", "C1", "2024-05-01T10:00:00.5Z"),
        ("I1", "U1", "Lead", "L1", "2024-05-01T10:00:00Z"),
    ]
    assert {part.props["uid"]: part.props.get("counted") for part in found} == {"E1": None, "E2": True}


def test_nothing_asked_is_nothing_found(cast: Graph):
    assert stored_interactions(cast, events=[]) == []

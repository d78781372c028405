from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.changes.bring_back import bring_back
from graphcrm.queries.changes.set_aside import set_aside

from .conftest import LABELS, rows


def test_every_edge_is_kept_under_another_type_and_what_is_derived_goes(cast: Graph) -> None:
    cast.write(
        "MATCH (c:Contact {uid: 'C1'}), (a:Account {uid: 'A1'}), (u:User {uid: 'U1'}) "
        "CREATE (c)-[:WORKS_AT {uid: 'W1', title: 'CTO'}]->(a), (c)-[:WORKS_AT {uid: 'W2', carried_from: 'W1'}]->(a), "
        "(u)-[:KNOWS]->(c), (u)-[:INTERACTED_WITH {uid: 'I1'}]->(c), (:Move {uid: 'W1'})-[:FOR]->(c)"
    )
    assert set_aside(cast, label="Contact", uid="C1") == 2
    found = "MATCH (x)-[e]->(y) RETURN x.uid, type(e), e.type, e.uid, e.title, y.uid"
    assert set(rows(cast, found)) == {
        ("C1", "TRASHED", "WORKS_AT", "W1", "CTO", "A1"),
        ("U1", "TRASHED", "INTERACTED_WITH", "I1", None, "C1"),
        ("W1", "FOR", None, None, None, "C1"),
    }
    assert set_aside(cast, label="Contact", uid="C1") == 0


def test_each_label_is_found(cast: Graph) -> None:
    for label in LABELS:
        cast.write(
            "CREATE (h:Handle {uid: $label}) WITH h MATCH (n {uid: 'X'}) WHERE $label IN labels(n) "
            "CREATE (n)-[:HAS_HANDLE]->(h)",
            label=label,
        )
        assert set_aside(cast, label=label, uid="X") == 1
        assert bring_back(cast, label=label, uid="X") == ([], [])
    assert len(rows(cast, "MATCH ()-[e:HAS_HANDLE]->() RETURN e")) == 4

"""What the tests of the change queries share."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from graphcrm.graph import Graph

AT = datetime(2026, 6, 1, 12, 0, 0, 123_456, tzinfo=UTC)
LABELS = ("Account", "Contact", "Lead", "User")


@pytest.fixture
def cast(graph: Graph) -> Graph:
    """Users Alice (U1) and Bob (U2), contacts Ada (C1) and Bo (C2), account Acme (A1), lead Lea (L1); and one of each
    label with the uid X, because uids are unique within a label only.
    """
    graph.write(
        "CREATE (:User {uid: 'U1', name: 'Alice', rev: 1}), (:User {uid: 'U2', name: 'Bob', rev: 1}), "
        "(:Contact {uid: 'C1', name: 'Ada', rev: 1}), (:Contact {uid: 'C2', name: 'Bo', rev: 1}), "
        "(:Account {uid: 'A1', name: 'Acme', rev: 1}), (:Lead {uid: 'L1', name: 'Lea', rev: 1}), "
        "(:Account {uid: 'X', name: 'X'}), (:Contact {uid: 'X', name: 'X'}), (:Lead {uid: 'X', name: 'X'}), "
        "(:User {uid: 'X', name: 'X'})"
    )
    return graph


def rows(graph: Graph, cypher: str) -> list[tuple[Any, ...]]:
    """What a query finds, as tuples."""
    return graph.read(cypher, lambda *row: row)


def revision(graph: Graph, uid: str, *on: tuple[str, str], **props: Any) -> None:
    """A revision of contact C1, unless said otherwise."""
    kept = {"change": "change", "kind": "contact", "of": "C1", "rev": 2, "action": "change", "at": AT, **props}
    graph.write("CREATE (r:Revision {uid: $uid}) SET r += $props", uid=uid, props=kept)
    for record in on:
        graph.write(
            "MATCH (r:Revision {uid: $uid}) MERGE (h:History {uid: $record}) CREATE (r)-[:ON]->(h)",
            uid=uid,
            record=" ".join(record),
        )

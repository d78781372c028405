"""What the tests of the load queries share."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from graphcrm.graph import Graph

AT = datetime(2026, 6, 1, 12, 0, 0, 123_456, tzinfo=UTC)


@pytest.fixture
def cast(graph: Graph) -> Graph:
    """Users Alice (U1) and Bob (U2), contacts Ada (C1) and Bo (C2), account Acme (A1), lead Lea (L1)."""
    graph.write(
        "CREATE (:User {uid: 'U1', name: 'Alice', rev: 1}), (:User {uid: 'U2', name: 'Bob', rev: 1}), "
        "(:Contact {uid: 'C1', name: 'Ada', rev: 1}), (:Contact {uid: 'C2', name: 'Bo', rev: 1}), "
        "(:Account {uid: 'A1', name: 'Acme', rev: 1}), (:Lead {uid: 'L1', name: 'Lea', rev: 1})"
    )
    return graph


def rows(graph: Graph, cypher: str) -> list[tuple[Any, ...]]:
    """What a query finds, as tuples."""
    return graph.read(cypher, lambda *row: row)

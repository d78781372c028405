"""Users U1 and U2; an account, a contact and a lead with the uid X; and assignments of them."""

from __future__ import annotations

import pytest
from worlds.build import user

from graphcrm.graph import Graph


@pytest.fixture
def owned(graph: Graph) -> Graph:
    """The lead was U1's, for a day U2's, and is U1's; the account is U2's, nobody knows since when."""
    user(graph, "U1", "Alice")
    user(graph, "U2", "Bob")
    graph.write(
        "MATCH (a:User {uid: 'U1'}), (b:User {uid: 'U2'}) CREATE (l:Lead {uid: 'X'}), (n:Account {uid: 'X'}), "
        "(:Contact {uid: 'X'}), (n)-[:ASSIGNED_TO {uid: 'S0'}]->(b), "
        "(l)-[:ASSIGNED_TO {uid: 'S1', rev: 2, start: date('2024-01-01'), end: date('2024-02-01'), reason: 'r'}]->(a), "
        "(l)-[:ASSIGNED_TO {uid: 'S2', start: date('2024-02-01'), end: date('2024-02-01')}]->(b), "
        "(l)-[:ASSIGNED_TO {uid: 'S3', start: date('2024-02-01')}]->(a)"
    )
    return graph

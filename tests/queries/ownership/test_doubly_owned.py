from __future__ import annotations

import pytest

from graphcrm.graph import Graph
from graphcrm.queries.ownership.doubly_owned import doubly_owned


@pytest.mark.parametrize(
    ("label", "uid", "also", "found"),
    [
        ("Lead", "X", "", []),  # of the same day, but nobody has a day of it beside S3
        ("Lead", "X", "(l)-[:ASSIGNED_TO {uid: 'S4', start: date('2025-01-01')}]->(b)", [("Lead", "X")]),
        ("User", "U1", "(l)-[:ASSIGNED_TO {uid: 'S4', start: date('2025-01-01')}]->(b)", [("Lead", "X")]),
        ("User", "U2", "(l)-[:ASSIGNED_TO {uid: 'S4', start: date('2025-01-01')}]->(a)", []),  # not theirs
        ("User", "U1", "(l)-[:ASSIGNED_TO {uid: 'S4', end: date('2024-02-02')}]->(b)", [("Lead", "X")]),
        ("User", "U1", "(l)-[:ASSIGNED_TO {uid: 'S4', end: date('2024-02-01')}]->(b)", []),
        ("User", "U2", "(n)-[:ASSIGNED_TO {uid: 'S4', end: date('2024-02-01')}]->(b)", [("Account", "X")]),
        ("Contact", "X", "", []),
    ],
)
def test_a_record_that_is_open_to_one_while_another_has_it_is_found(
    owned: Graph, label: str, uid: str, also: str, found: list[tuple[str, str]]
):
    if also:
        owned.write(
            "MATCH (a:User {uid: 'U1'}), (b:User {uid: 'U2'}), (l:Lead {uid: 'X'}), (n:Account {uid: 'X'}) "
            f"CREATE {also}"
        )
    assert doubly_owned(owned, label=label, uid=uid) == found

from __future__ import annotations

from datetime import UTC, datetime

from worlds.build import account, contact

from graphcrm.graph import Graph
from graphcrm.queries.load.put_group_rows import put_group_rows
from graphcrm.queries.load.stored_groups import stored_groups

AT = datetime(2026, 3, 1, tzinfo=UTC)


def test_new_ones_and_those_at_their_revision_with_who_is_in_them(graph: Graph) -> None:
    contact(graph, "c"), contact(graph, "d"), account(graph, "x")
    graph.write(
        "MATCH (d:Contact {uid: 'd'}) CREATE (:User {uid: 'u'})-[:KEEPS]->(g:Group {uid: 'b', name: 'B', rev: 2}), (d)-[:IN_GROUP]->(g)"
    )
    rows = [
        {"uid": "a", "user": "u", "rev": 0, "props": {"name": "A"}, "contacts": ["c", "d"], "accounts": ["x"], "gone": []},
        {"uid": "b", "user": "u", "rev": 2, "props": {}, "contacts": [], "accounts": [], "gone": [["Contact", "d"]]},
        {"uid": "n", "user": "nobody", "rev": 0, "props": {}, "contacts": [], "accounts": [], "gone": []},
    ]  # fmt: skip
    assert put_group_rows(graph, rows=rows, at=AT) == 2
    found = stored_groups(graph, uids=["a", "b", "n"])
    assert {uid: (one.user, one.props["name"], one.rev, sorted(one.members)) for uid, one in found.items()} == {
        "a": ("u", "A", 1, [["Account", "x"], ["Contact", "c"], ["Contact", "d"]]), "b": ("u", "B", 3, []),
    }  # fmt: skip
    assert put_group_rows(graph, rows=rows, at=AT) == 0

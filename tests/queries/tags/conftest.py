from __future__ import annotations

from datetime import UTC, datetime

import pytest
from worlds.build import account, contact, lead, task

from graphcrm.graph import Graph

AT = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def tagged(graph: Graph) -> Graph:
    """VIP on Ada, of Alice, and on Acme, of nobody; Fair on Ada and a lead; Old, which is deleted, on Ada and a task."""
    contact(graph, "ada", "Ada", owner="alice")
    contact(graph, "bo", "Bo")
    account(graph, "acme", "Acme")
    lead(graph, "lea", "Lea")
    task(graph, "call", "Call")
    for uid, name, colour, gone in (
        ("t1", "VIP", "red", None),
        ("t2", "Fair", "blue", None),
        ("t3", "Old", "grey", AT),
    ):
        graph.write(
            "CREATE (:Tag {uid: $uid, name: $name, key: $key, colour: $colour, rev: 1, removed_at: $gone})",
            uid=uid, name=name, key=None if gone else name.lower(), colour=colour, gone=gone,
        )  # fmt: skip
    for uid, tag in (("ada", "t1"), ("acme", "t1"), ("ada", "t2"), ("lea", "t2"), ("ada", "t3"), ("call", "t3")):
        graph.write("MATCH (n {uid: $uid}), (t:Tag {uid: $tag}) CREATE (n)-[:TAGGED]->(t)", uid=uid, tag=tag)
    return graph


def edges(graph: Graph) -> set[tuple[str, str]]:
    """Which records have which tags, deleted or not."""
    return set(graph.read("MATCH (n)-[:TAGGED]->(t) RETURN n.uid, t.uid", lambda *row: row))

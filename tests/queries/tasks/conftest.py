"""Tasks of tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from worlds.build import account, contact, lead, user

from graphcrm.graph import Graph

Put = Callable[..., str]


@pytest.fixture
def put(graph: Graph) -> Put:
    """Write a task about some records: `put("t1", "ada", due="2024-06-01", owner="alice")`."""
    user(graph, "alice", "Alice"), user(graph, "bob", "Bob")
    contact(graph, "ada", "Ada"), account(graph, "acme", "Acme"), lead(graph, "lea", "Lea")

    def put(uid: str, *about: str, due: str | None = None, owner: str | None = None, **props: object) -> str:
        graph.write(
            "CREATE (t:Task {uid: $uid, name: $uid, status: 'open', due_on: date($due), owner: $owner, due: coalesce($due, '~')}) SET t += $props "
            "WITH t MATCH (n:Account|Contact|Lead) WHERE n.uid IN $about CREATE (t)-[:ABOUT]->(n)",
            uid=uid, due=due, owner=owner, about=about, props=props,
        )  # fmt: skip
        if not about:
            graph.write(
                "MERGE (t:Task {uid: $uid}) SET t += $props, t.name = $uid, t.status = coalesce($props.status, 'open'), "
                "t.due_on = date($due), t.owner = $owner, t.due = coalesce($due, '~')",
                uid=uid, due=due, owner=owner, props=props,
            )  # fmt: skip
        if owner:
            graph.write(
                "MATCH (t:Task {uid: $uid}), (u:User {uid: $owner}) CREATE (t)-[:ASSIGNED_TO {uid: $uid}]->(u)",
                uid=uid, owner=owner,
            )  # fmt: skip
        return uid

    return put

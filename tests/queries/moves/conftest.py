"""Moves of which users are told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from worlds.build import NOW, account, contact, job, owned, user

from graphcrm.dates import parse_date
from graphcrm.graph import Graph
from graphcrm.queries.moves.put_news import put_news

Tell = Callable[..., set[str]]


@pytest.fixture
def ann(graph: Graph) -> Graph:
    """Ann, Alice's, left Acme for Beta on 1 March 2024; Alice and Bob are of the team North, Charlie of South."""
    for uid, team in (("alice", "North"), ("bob", "North"), ("charlie", "South")):
        user(graph, uid, uid.title(), team=team)
    account(graph, "acme", "Acme"), account(graph, "beta", "Beta"), contact(graph, "ann", "Ann")
    owned(graph, "ann", "alice")
    job(graph, "ann", "acme", start="2020-01-01", end="2024-03-01", uid="ann-1")
    job(graph, "ann", "beta", start="2024-03-01", title="Boss", role="buyer", uid="ann-2")
    return graph


@pytest.fixture
def tell(ann: Graph) -> Tell:
    """Tell users of the move of a job: `tell("alice", "bob")`; answers what was news."""

    def tell(*users: str, uid: str = "ann-2", on: str = "2024-03-01", **more: str) -> set[str]:
        told = [{"user": one, "why": ["owner"]} for one in users]
        row = {"uid": uid, "contact": "ann", "left": "acme", "joined": "beta", "users": told, **more}
        return put_news(ann, rows=[{**row, "moved_on": parse_date(on, "on")[0]}], at=NOW)

    return tell

"""Notifications of tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from worlds.build import NOW, contact, lead, user

from graphcrm.graph import Graph
from graphcrm.queries.notifications.put_notifications import put_notifications

Tell = Callable[..., int]


@pytest.fixture
def tell(graph: Graph) -> Tell:
    """Tell a user something about the contact p1: `tell("n1", "alice", change="c1")`; answers whether it was told."""
    user(graph, "alice", "Alice"), user(graph, "bob", "Bob"), contact(graph, "p1", "Ada"), lead(graph, "p1", "Lea")

    def tell(uid: str, to: str, *, at: datetime = NOW, **more: str | None) -> int:
        told = {"kind": "assigned", "change": "c1", "by": "bob", "label": "Contact", "of": "p1"}
        return put_notifications(graph, rows=[{"uid": uid, "user": to, **told, **more}], at=at)

    return tell

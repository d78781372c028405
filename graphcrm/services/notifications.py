"""What users are told of that others did with what is theirs: how long it is kept (docs/notifications.md)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from graphcrm.graph import Graph
from graphcrm.queries.notifications.forget_old import forget_old

KEPT = timedelta(days=90)  # who has not read it in a quarter does not miss it
_AT_ONCE = 1_000


def tidy(graph: Graph, now: datetime | None = None) -> int:
    """Forget what is old; answers how much that was."""
    before, gone = (now or datetime.now(UTC)) - KEPT, 0
    while number := forget_old(graph, before=before, limit=_AT_ONCE):
        gone += number
    return gone

"""Say what a user does with the news of a move, unless they have said something else of it."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def mark_news(runner: Runner, *, user: str, uid: str, state: str, at: datetime) -> str | None:
    """Write the state, from or to `new`; answers what it was, None where they were not told of that move."""
    rows = runner.write(_CYPHER, user=user, uid=uid, state=state, at=at)
    return rows[0][0] if rows else None

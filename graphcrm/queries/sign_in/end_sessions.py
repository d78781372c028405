"""End all sessions of a user."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def end_sessions(runner: Runner, *, uid: str) -> int | None:
    """Answers the number of the sessions that begin from now on, None where there is no such user."""
    rows = runner.write(_CYPHER, uid=uid)
    return int(rows[0][0]) if rows else None

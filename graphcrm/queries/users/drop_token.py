"""Take a token away from its user, who is the one named if any is."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def drop_token(runner: Runner, *, uid: str, user: str | None) -> str | None:
    """The uid of whose it was, None where there is no such token."""
    rows = runner.write(_CYPHER, uid=uid, user=user)
    return str(rows[0][0]) if rows else None

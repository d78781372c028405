"""Keep the digest of a new bearer token of a user."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def add_token(runner: Runner, *, uid: str, user: str, digest: str, now: datetime) -> None:
    """Write the token's node; the token itself is never stored."""
    runner.write(_CYPHER, uid=uid, user=user, digest=digest, now=now)

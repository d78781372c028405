"""Keep the digest of a new bearer token of a user, and what it may do until when."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def add_token(
    runner: Runner,
    *,
    uid: str,
    user: str,
    digest: str,
    now: datetime,
    name: str | None = None,
    scope: str | None = None,
    expires_at: datetime | None = None,
) -> None:
    """Write the token's node; the token itself is never stored."""
    runner.write(_CYPHER, uid=uid, user=user, digest=digest, now=now, name=name, scope=scope, expires_at=expires_at)

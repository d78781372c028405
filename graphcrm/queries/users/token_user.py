"""The active user whose token has this digest."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.users.users import User

_CYPHER = cypher(__file__)


def token_user(runner: Runner, *, digest: str) -> User | None:
    """The user, or None when the digest is unknown or the user is no longer active."""
    rows = runner.read(_CYPHER, User, digest=digest, limit=1)
    return rows[0] if rows else None

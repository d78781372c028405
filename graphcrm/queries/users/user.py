"""One user by uid."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.users.users import User

_CYPHER = cypher(__file__)


def user(runner: Runner, *, uid: str) -> User | None:
    """The user, or None when there is none."""
    rows = runner.read(_CYPHER, User, uid=uid, limit=1)
    return rows[0] if rows else None

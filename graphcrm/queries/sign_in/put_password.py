"""Give a user a password, which ends all their sessions and the link that was to set one."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_password(runner: Runner, *, uid: str, password: str, now: datetime) -> int | None:
    """Keep the hash of a password; answers the number of the sessions from now on, None where there is no such user."""
    rows = runner.write(_CYPHER, uid=uid, password=password, now=now)
    return int(rows[0][0]) if rows else None

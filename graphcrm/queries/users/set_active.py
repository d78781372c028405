"""Say whether a user is still with us."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def set_active(runner: Runner, *, uid: str, active: bool, now: datetime) -> bool:
    """Change the flag; whether there is such a user."""
    return bool(runner.write(_CYPHER, uid=uid, active=active, now=now))

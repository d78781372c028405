"""Bring back a mail template of a user that was deleted."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def restore_template(runner: Runner, *, user: str, uid: str, at: datetime) -> bool:
    """Whether there was one to bring back."""
    return bool(runner.write(_CYPHER, user=user, uid=uid, at=at))

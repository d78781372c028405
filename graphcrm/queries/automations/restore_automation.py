"""Bring back an automation of a user that was deleted; it does not run."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def restore_automation(runner: Runner, *, user: str, uid: str, at: datetime) -> bool:
    """Whether there was one to bring back."""
    return bool(runner.write(_CYPHER, user=user, uid=uid, at=at))

"""Forget attempts that failed before a moment."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def forget_attempts(runner: Runner, *, before: datetime, limit: int = 1_000) -> int:
    """Forget what is old; answers how much that was."""
    ((forgotten,),) = runner.write(_CYPHER, before=before, limit=limit)
    return int(forgotten)

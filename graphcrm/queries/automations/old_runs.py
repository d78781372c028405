"""Forget what automations did with records that left their lists before a moment."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def old_runs(runner: Runner, *, before: datetime, limit: int) -> int:
    """Delete at most `limit` of them; answers how many there were."""
    return int(runner.write(_CYPHER, before=before, limit=limit)[0][0])

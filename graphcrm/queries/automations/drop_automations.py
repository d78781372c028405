"""Delete for ever the automations that were deleted before a moment, with what they did, so much at once."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def drop_automations(runner: Runner, *, before: datetime, limit: int) -> int:
    """Delete at most `limit` runs, and the automations that have none left; answers how many of both."""
    return int(runner.write(_CYPHER, before=before, limit=limit)[0][0])

"""Delete for ever the automations that were deleted before a moment, with what they did."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def drop_automations(runner: Runner, *, before: datetime, limit: int) -> int:
    """Delete those whose runs are gone, and at most `limit` runs; answers how many automations that were."""
    return int(runner.write(_CYPHER, before=before, limit=limit)[0][0])

"""Take back what users were told of a change that is undone."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def drop_notifications(runner: Runner, *, change: str) -> int:
    """Delete the notifications of a change, read or not; answers how many there were."""
    return int(runner.write(_CYPHER, change=change)[0][0])

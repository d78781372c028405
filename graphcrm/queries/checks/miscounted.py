"""Events whose people were counted, and are others now; where some are in the trash or erased, more may be said."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.checks.finding import Found

_CYPHER = cypher(__file__)


def miscounted(runner: Runner, *, limit: int) -> list[Found]:
    """As many of them as asked for."""
    return runner.read(_CYPHER, Found, limit=limit)

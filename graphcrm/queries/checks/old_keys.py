"""How many keys of requests that were answered before a moment are kept still."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def old_keys(runner: Runner, *, before: datetime, limit: int) -> int:
    """How many, up to a limit."""
    (found,) = runner.read(_CYPHER, int, before=before, limit=limit)
    return found

"""The ties of all active users with the greatest heat, and all ties that a user has rated."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.ties.tie_bound import TieBound

_CYPHER = cypher(__file__)


def strongest_ties(runner: Runner, *, before: datetime, limit: int) -> list[TieBound]:
    """The ties of all active users with the greatest heat, and all ties that a user has rated."""
    return runner.read(_CYPHER, TieBound, before=before, limit=limit)

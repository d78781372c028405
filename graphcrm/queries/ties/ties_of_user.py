"""The ties of one user with what bounds their strength, rated ones first, then by heat."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.ties.tie_bound import TieBound

_CYPHER = cypher(__file__)


def ties_of_user(runner: Runner, *, user: str, before: datetime, limit: int) -> list[TieBound]:
    """The ties of one user with what bounds their strength, rated ones first, then by heat."""
    return runner.read(_CYPHER, TieBound, user=user, before=before, limit=limit)

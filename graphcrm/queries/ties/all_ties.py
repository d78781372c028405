"""Every tie of every active user with what bounds its strength, ties without weight included."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.ties.tie_bound import TieBound

_CYPHER = cypher(__file__)


def all_ties(runner: Runner, *, before: datetime, limit: int) -> list[TieBound]:
    """Every tie of every active user with what bounds its strength, ties without weight included."""
    return runner.read(_CYPHER, TieBound, before=before, limit=limit)

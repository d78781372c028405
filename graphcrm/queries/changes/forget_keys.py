"""Forget the keys of requests that were answered before a moment."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def forget_keys(runner: Runner, *, before: datetime, limit: int = 1_000) -> int:
    """Forget keys; answers how many there were."""
    ((forgotten,),) = runner.write(_CYPHER, before=before, limit=limit)
    return int(forgotten)

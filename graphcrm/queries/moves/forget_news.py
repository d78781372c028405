"""Forget that users were told of moves before a moment, so many at once."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def forget_news(runner: Runner, *, before: datetime, limit: int) -> int:
    """Answers how many moves' news were forgotten."""
    ((gone,),) = runner.write(_CYPHER, before=before, limit=limit)
    return int(gone)

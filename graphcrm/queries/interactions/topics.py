"""The topics of what a user had to do with others since a moment, by event, the latest first."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def topics(runner: Runner, *, user: str, since: datetime, limit: int) -> list[list[str]]:
    """The topics of each event, private ones too: they are the user's own."""
    return runner.read(_CYPHER, list, user=user, since=since, limit=limit)

"""Take a chore that was not done since a moment, and that nobody else has taken."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def take_chore(runner: Runner, *, name: str, since: datetime, now: datetime, until: datetime) -> bool:
    """Whether it is ours now, until a moment at most."""
    return bool(runner.write(_CYPHER, name=name, since=since, now=now, until=until))

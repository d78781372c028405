"""Note the day on which a user is sent what waits for them, where the day before was the one that was read."""

from __future__ import annotations

from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_digest(runner: Runner, *, user: str, was: date | None, day: date | None) -> bool:
    """Whether the day `was` as it was read, and is `day` now: of two who ask at once, one sends."""
    return bool(runner.write(_CYPHER, user=user, was=was, day=day))

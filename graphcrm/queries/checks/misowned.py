"""Records on which another user is kept than the one whose they are on a day by their assignments."""

from __future__ import annotations

from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.checks.finding import Found

_CYPHER = cypher(__file__)


def misowned(runner: Runner, *, on: date, limit: int) -> list[Found]:
    """As many of them as asked for."""
    return runner.read(_CYPHER, Found, on=on, limit=limit)

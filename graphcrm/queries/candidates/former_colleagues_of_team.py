"""The (user, connector, target contact) triples of all active users through a shared workplace, best bound first."""

from __future__ import annotations

from datetime import date, datetime

from graphcrm.graph import Runner
from graphcrm.queries.candidates.candidate import Candidate
from graphcrm.queries.catalogue import cypher
from graphcrm.warmth import MODEL

_CYPHER = cypher(__file__)


def former_colleagues_of_team(
    runner: Runner, *, target: str, on: date, before: datetime, age: float, cap: int, limit: int
) -> list[Candidate]:
    """The triples of all active users through a shared workplace, best bound first."""
    return runner.read(
        _CYPHER, Candidate, target=target, on=on, before=before, age=age, cap=cap, model=MODEL, limit=limit
    )

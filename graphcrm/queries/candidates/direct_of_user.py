"""The (user, target contact) pairs of one user with somebody who is at the target, best bound first."""

from __future__ import annotations

from datetime import date, datetime

from graphcrm.graph import Runner
from graphcrm.queries.candidates.candidate import Candidate
from graphcrm.queries.catalogue import cypher
from graphcrm.warmth import MODEL

_CYPHER = cypher(__file__)


def direct_of_user(
    runner: Runner, *, user: str, target: str, on: date, before: datetime, age: float, limit: int
) -> list[Candidate]:
    """The (user, target contact) pairs of one user with somebody who is at the target, best bound first."""
    return runner.read(
        _CYPHER, Candidate, user=user, target=target, on=on, before=before, age=age, model=MODEL, limit=limit
    )

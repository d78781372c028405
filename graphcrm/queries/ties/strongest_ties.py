"""The ties of all active users with the greatest heat, and all ties that a user has rated."""

from __future__ import annotations

from datetime import date, datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.ties.tie_bound import TieBound
from graphcrm.warmth import MODEL

_CYPHER = cypher(__file__)


def strongest_ties(runner: Runner, *, before: datetime, age: float, on: date, cap: int, limit: int) -> list[TieBound]:
    """The ties of all active users with the greatest heat, and all ties that a user has rated.

    `age` is that of `before`, in half-lives since the epoch; `cap` is the most stints that a shared workplace may have.
    """
    return runner.read(_CYPHER, TieBound, before=before, age=age, on=on, cap=cap, model=MODEL, limit=limit)

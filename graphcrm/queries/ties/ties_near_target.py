"""The ties of all active users with people of one account and with everybody who shares a workplace with them."""

from __future__ import annotations

from datetime import date, datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.ties.tie_bound import TieBound
from graphcrm.warmth import MODEL

_CYPHER = cypher(__file__)


def ties_near_target(
    runner: Runner, *, target: str, before: datetime, age: float, on: date, cap: int, limit: int
) -> list[TieBound]:
    """The ties of all active users with people of one account and with everybody who shares a workplace with them.

    `age` is that of `before`, in half-lives since the epoch; `cap` is the most stints that a shared workplace may have.
    """
    return runner.read(
        _CYPHER, TieBound, target=target, before=before, age=age, on=on, cap=cap, model=MODEL, limit=limit
    )

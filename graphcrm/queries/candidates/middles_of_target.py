"""The (middle, target contact) pairs who may have worked together, for the last hop of a chain, best bound first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.warmth import MODEL

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class LastHop:
    """A pair, and the most its strength can be, weighed with the relevance of the person reached."""

    middle: str
    target_contact: str
    bound: float


def middles_of_target(runner: Runner, *, target: str, on: date, cap: int, limit: int) -> list[LastHop]:
    """The pairs who may have worked together, for the last hop of a chain, best bound first."""
    return runner.read(_CYPHER, LastHop, target=target, on=on, cap=cap, model=MODEL, limit=limit)

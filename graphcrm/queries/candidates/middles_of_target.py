"""Who may have worked with somebody at the target, for the last hop of a chain, best bound first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.warmth import MODEL

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Middle:
    """A person, and the most that their last hop can be, weighed with the person reached."""

    middle: str
    bound: float


def middles_of_target(runner: Runner, *, target: str, least: float, on: date, cap: int, limit: int) -> list[Middle]:
    """Who may have worked with somebody at the target, so that the last hop exceeds `least`."""
    return runner.read(_CYPHER, Middle, target=target, least=least, on=on, cap=cap, model=MODEL, limit=limit)

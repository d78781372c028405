"""The (connector, target contact) pairs of some connectors through a shared workplace, best bound first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.candidates.candidate import Candidate
from graphcrm.queries.catalogue import cypher
from graphcrm.warmth import MODEL

_CYPHER = cypher(__file__)


def former_colleagues_of_connectors(
    runner: Runner, *, connectors: Sequence[str], ties: dict[str, float], target: str, on: date, cap: int, limit: int
) -> list[Candidate]:
    """The (connector, target contact) pairs of some connectors through a shared workplace, best bound first."""
    return runner.read(
        _CYPHER, Candidate, connectors=connectors, ties=ties, target=target, on=on, cap=cap, model=MODEL, limit=limit
    )

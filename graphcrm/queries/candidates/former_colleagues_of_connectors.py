"""The (connector, target contact) pairs of some connectors through a shared workplace, best bound first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.warmth import MODEL

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Introduction:
    """A pair, what reaching the target contact is worth, and the most that a path through the connector can rank."""

    connector: str
    target_contact: str
    relevance: float
    bound: float


def former_colleagues_of_connectors(
    runner: Runner,
    *,
    connectors: Sequence[str],
    ties: Mapping[str, float],
    target: str,
    on: date,
    cap: int,
    limit: int,
) -> list[Introduction]:
    """The pairs of some connectors through a shared workplace; `ties` has the most that a tie with each can be."""
    return runner.read(
        _CYPHER, Introduction, connectors=connectors, ties=ties, target=target, on=on, cap=cap, model=MODEL, limit=limit
    )

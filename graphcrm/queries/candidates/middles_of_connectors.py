"""The (connector, middle) pairs who may have worked together, for the first half of a chain, best bound first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.warmth import MODEL

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class FirstHops:
    """A pair, and the most that a chain through it can rank."""

    connector: str
    middle: str
    bound: float


def middles_of_connectors(
    runner: Runner,
    *,
    connectors: Sequence[str],
    ties: Mapping[str, float],
    middles: Mapping[str, float],
    least: float,
    target: str,
    on: date,
    cap: int,
    limit: int,
) -> list[FirstHops]:
    """The pairs whose chains may exceed `least`; `ties` and `middles` have the most that each side of them can be."""
    return runner.read(
        _CYPHER,
        FirstHops,
        connectors=connectors,
        ties=ties,
        middles=middles,
        least=least,
        target=target,
        on=on,
        cap=cap,
        model=MODEL,
        limit=limit,
    )

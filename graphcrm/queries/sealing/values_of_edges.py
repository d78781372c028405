"""Edges of one type by uid, with their values that are sealed or have one of some names."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.sealed import MARK

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class ValuesOfEdge:
    """An edge, and names and values."""

    uid: str
    values: list[tuple[str, Any]]


def values_of_edges(
    runner: Runner,
    *,
    edge: str,
    names: Collection[str],
    after: str = "",
    limit: int = 500,
) -> list[ValuesOfEdge]:
    """One page of all edges, those without such values too; `after` is the last uid seen."""
    return runner.read(_CYPHER, ValuesOfEdge, edge=edge, names=list(names), mark=MARK, after=after, limit=limit)

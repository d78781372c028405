"""Nodes of one label by uid, with their values that are sealed or have one of some names."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.sealed import MARK

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class ValuesOfNode:
    """A node, what kind it says it is (of a revision: of whom it is one), and names and values."""

    uid: str
    kind: str | None
    values: list[tuple[str, Any]]


def values_of_nodes(
    runner: Runner, *, label: str, names: Collection[str], after: str = "", limit: int = 500
) -> list[ValuesOfNode]:
    """One page of all nodes, those without such values too; `after` is the last uid seen."""
    return runner.read(_CYPHER, ValuesOfNode, label=label, names=list(names), mark=MARK, after=after, limit=limit)

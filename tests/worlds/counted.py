"""A graph that counts its round trips: one list, one query (docs/cypher.md)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from graphcrm.graph import Graph, Row


class Counted:
    """What a query function needs, over a real graph; `reads` counts what was sent."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self.reads = 0

    def read(self, cypher: str, row: Callable[..., Row], /, **params: object) -> list[Row]:
        """Pass it on."""
        self.reads += 1
        return self._graph.read(cypher, row, **params)

    def write(self, cypher: str, /, **params: object) -> list[tuple[Any, ...]]:
        """Refuse: no question writes."""
        raise AssertionError(cypher, params)

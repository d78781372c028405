"""A graph that counts its round trips: one list, one query (docs/cypher.md)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from graphcrm.access import Sight
from graphcrm.graph import Graph, Row


class Counted:
    """What a query function needs, over a real graph; `reads` counts what was sent."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self.reads = 0

    @property
    def sight(self) -> Sight:
        """Everybody's."""
        return self._graph.sight

    def seen_by(self, sight: Sight) -> Graph:
        """Refuse: that would not be counted."""
        raise AssertionError(sight)

    def read(self, cypher: str, row: Callable[..., Row], /, **params: object) -> list[Row]:
        """Pass it on."""
        self.reads += 1
        return self._graph.read(cypher, row, **params)

    def write(self, cypher: str, /, **params: object) -> list[tuple[Any, ...]]:
        """Refuse: no question writes."""
        raise AssertionError(cypher, params)

from __future__ import annotations

import pytest

from graphcrm.graph import Graph

from .bridges import bridge


@pytest.fixture
def world(graph: Graph) -> Graph:
    """The bridge, written."""
    graph.transaction(bridge)
    return graph

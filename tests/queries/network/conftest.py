"""The cast with links, owners and a user's own record (tests/worlds/net.py)."""

from __future__ import annotations

import pytest
from worlds.net import write_net

from graphcrm.graph import Graph


@pytest.fixture
def net(graph: Graph) -> Graph:
    """The world, for one test."""
    write_net(graph)
    return graph

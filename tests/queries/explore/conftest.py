"""The cast with links, owners and a user's own record (tests/worlds/net.py)."""

from __future__ import annotations

import pytest
from worlds.net import write_net

from graphcrm.graph import Graph
from graphcrm.queries.explore import ways


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a search for ways take its time, however busy the machine is."""
    monkeypatch.setattr(ways, "_BUDGET_S", 600.0)


@pytest.fixture
def net(graph: Graph) -> Graph:
    """The world, for one test."""
    write_net(graph)
    return graph

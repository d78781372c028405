"""Three introductions: Alice asked through Maya for Tomás, Bob directly for Priya, Charlie through Noor and Jonas."""

from __future__ import annotations

import pytest
from worlds.build import introduction
from worlds.cast import write_cast

from graphcrm.graph import Graph


@pytest.fixture
def asked(graph: Graph) -> Graph:
    """The cast, and what they asked for."""
    write_cast(graph)
    introduction(graph, "I1", "alice", ["maya", "tomas"], "acme", subject="Hello")
    introduction(graph, "I2", "bob", ["priya"], "acme", state="met", met_on=None)
    introduction(graph, "I3", "charlie", ["noor", "jonas", "priya"], "acme", knower="alice")
    return graph

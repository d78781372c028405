"""The account Acme with Ann, who works there, and an opportunity that is won."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from worlds.build import account, contact, interaction, job, opportunity, user

from graphcrm.graph import Graph


@pytest.fixture
def acme(graph: Graph) -> Graph:
    user(graph, "alice")
    account(graph, "acme", "Acme", lifecycle="prospect")
    contact(graph, "ann", "Ann")
    job(graph, "ann", "acme", start="2022")
    interaction(graph, "alice", "ann", "2023-05-01", direction="in")
    opportunity(graph, "o", "acme", "ann", stage="won", status="won", closed_at=datetime(2024, 5, 1, tzinfo=UTC))
    return graph

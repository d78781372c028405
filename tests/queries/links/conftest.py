"""Accounts A, B and C, contacts with the same uids, and links of both."""

from __future__ import annotations

import pytest
from worlds.build import account, contact, link

from graphcrm.graph import Graph


@pytest.fixture
def web(graph: Graph) -> Graph:
    """A is B's subsidiary since 2015, was C's partner from 2010 to 2012, and C was succeeded by A, nobody knows when."""
    for uid in ("A", "B", "C"):
        account(graph, uid, f"Firm {uid}")
    link(graph, "SUBSIDIARY_OF", "A", "B", start="2015-05", uid="E1", source="erp")
    link(graph, "PARTNER_OF", "A", "C", start="2010-01-01", end="2012-01-01", uid="E2")
    link(graph, "SUCCEEDED_BY", "C", "A", uid="E3")
    for uid in ("P", "Q"):
        contact(graph, uid, f"Person {uid}")
    link(graph, "REPORTS_TO", "P", "Q", start="2020", uid="E4")
    link(graph, "RELATED_TO", "Q", "P", start="2020", uid="E5", relation="friend")
    return graph

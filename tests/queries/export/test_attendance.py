from __future__ import annotations

from functools import partial

import pytest
from worlds.build import attendance as attends
from worlds.build import campaign, contact, lead

from graphcrm.graph import Graph
from graphcrm.queries.export.attendance import attendance

from .conftest import pages

FIRST = ("", "")


@pytest.mark.parametrize("limit", [1, 2, 9])
def test_pages_are_in_the_order_of_the_campaigns_wherever_they_end(graph: Graph, limit: int):
    for uid in ("G2", "G1"):
        campaign(graph, uid)
    contact(graph, "P1"), lead(graph, "L1")
    for pair in (("G2", "P1"), ("G1", "P1"), ("G1", "L1")):
        attends(graph, *pair)
    found = list(pages(partial(attendance, graph), first=FIRST, limit=limit))
    assert [(one.campaign, one.label, one.person) for page in found for one in page] == [
        ("G1", "Lead", "L1"), ("G1", "Contact", "P1"), ("G2", "Contact", "P1"),
    ]  # fmt: skip
    assert (found[0][0].props["status"], found[0][0].props["on"]) == ("attended", "2024-05-01")


def test_nothing_there_is_nothing_found(graph: Graph):
    assert attendance(graph, after=FIRST, limit=10) == []

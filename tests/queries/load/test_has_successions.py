from __future__ import annotations

from worlds.build import account, link

from graphcrm.graph import Graph
from graphcrm.queries.load.has_successions import has_successions


def test_one_acquisition_is_enough(graph: Graph):
    for uid in ("A", "B"):
        account(graph, uid)
    link(graph, "PARTNER_OF", "A", "B")
    assert has_successions(graph) is False
    link(graph, "SUCCEEDED_BY", "A", "B")
    assert has_successions(graph) is True

from __future__ import annotations

from worlds.build import contract, order, service_request

from graphcrm.graph import Graph
from graphcrm.queries.checks.kept_page import kept_page


def test_pages_are_in_the_order_of_uids_and_of_one_label(graph: Graph) -> None:
    for uid in ("b", "a", "c"):
        contract(graph, uid)
    order(graph, "o"), service_request(graph, "q", deleted_at=None)
    assert [one.uid for one in kept_page(graph, label="Contract", after="", limit=2)] == ["a", "b"]
    assert [one.uid for one in kept_page(graph, label="Contract", after="b", limit=2)] == ["c"]
    assert [one.uid for one in kept_page(graph, label="Order", after="", limit=2)] == ["o"]
    (one,) = kept_page(graph, label="ServiceRequest", after="", limit=2)
    assert (one.uid, one.props["status"]) == ("q", "new")
    assert kept_page(graph, label="Contact", after="", limit=2) == []

from __future__ import annotations

from worlds.build import NOW, account, contact

from graphcrm.graph import Graph
from graphcrm.queries.lifecycles.dealt_with import dealt_with


def test_all_are_walked_page_by_page_but_placeholders_and_the_trash(graph: Graph) -> None:
    for uid in "dbca":
        account(graph, uid)
    account(graph, "e", placeholder=True), account(graph, "f", deleted_at=NOW)
    contact(graph, "p"), contact(graph, "q", deleted_at=NOW)
    assert dealt_with(graph, label="Account", after="", limit=3) == ["a", "b", "c"]
    assert dealt_with(graph, label="Account", after="c", limit=3) == ["d"]
    assert dealt_with(graph, label="Account", after="d", limit=3) == []
    assert dealt_with(graph, label="Contact", after="", limit=3) == ["p"]

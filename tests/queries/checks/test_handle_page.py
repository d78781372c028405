from __future__ import annotations

from worlds.build import contact

from graphcrm.graph import Graph
from graphcrm.queries.checks.handle_page import handle_page


def test_handles_come_page_by_page_in_the_order_of_their_uids(graph: Graph) -> None:
    assert handle_page(graph, after="", limit=2) == []
    for name in "cab":
        contact(graph, name, email=f"{name}@x.example")
    first = handle_page(graph, after="", limit=2)
    assert first == [[f"email:{n}@x.example", "email", f"{n}@x.example"] for n in "ab"]
    assert handle_page(graph, after=first[-1][0], limit=2) == [["email:c@x.example", "email", "c@x.example"]]

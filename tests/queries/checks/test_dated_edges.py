from __future__ import annotations

from worlds.build import TODAY, account, contact, job

from graphcrm.graph import Graph
from graphcrm.queries.checks.dated_edges import DatedEdge, dated_edges


def test_stints_and_links_come_in_one_order_page_by_page(graph: Graph) -> None:
    for uid in ("A1", "A2"):
        account(graph, uid)
    contact(graph, "C1")
    for uid in ("E3", "E1"):
        job(graph, "C1", "A1", uid=uid, start="2020", end="2021-05")
    job(graph, "C1", "A2", uid="E4", carried_from="E1")
    graph.write("MATCH (a:Account {uid: 'A1'}), (b:Account {uid: 'A2'}) CREATE (a)-[:SUCCEEDED_BY {uid: 'E2'}]->(b)")
    pages = [dated_edges(graph, after=after, limit=2) for after in ("", "E2", "E3")]
    assert [[edge.uid for edge in page] for page in pages] == [["E1", "E2"], ["E3"], []]
    assert pages[0] == [
        DatedEdge("E1", "2020", "2021-05", "ended", str(TODAY), "2020-01-01", "2020-12-31", "2021-05-01", "2021-06-01", True),
        DatedEdge("E2", *[None] * 8, False),
    ]  # fmt: skip

from __future__ import annotations

from worlds.build import account, contact, opportunity

from graphcrm.graph import Graph
from graphcrm.queries.involved.drop_involved import drop_involved


def test_what_is_named_goes_and_nothing_else(graph: Graph) -> None:
    account(graph, "x"), contact(graph, "x"), contact(graph, "y"), opportunity(graph, "o", "x", "x", "y")
    opportunity(graph, "other", "x", "y")
    named = [
        {"of": "Opportunity", "uid": "o", "label": "Contact", "record": "x"},
        {"of": "Opportunity", "uid": "o", "label": "Account", "record": "y"},
    ]
    assert drop_involved(graph, rows=named) == 1
    left = graph.read(
        "MATCH (o:Opportunity)-[e]->(n) RETURN o.uid, type(e), n.uid ORDER BY o.uid, type(e)", lambda *x: x
    )
    assert left == [
        ("o", "INVOLVES", "y"), ("o", "OFFERED_TO", "x"), ("other", "INVOLVES", "y"), ("other", "OFFERED_TO", "x"),
    ]  # fmt: skip
    assert drop_involved(graph, rows=[]) == 0


def test_what_is_in_the_trash_does_not_come_back(graph: Graph) -> None:
    account(graph, "x"), opportunity(graph, "o")
    graph.write("MATCH (o:Opportunity), (a:Account) CREATE (o)-[:TRASHED {type: 'OFFERED_TO'}]->(a)")
    assert drop_involved(graph, rows=[{"of": "Opportunity", "uid": "o", "label": "Account", "record": "x"}]) == 1

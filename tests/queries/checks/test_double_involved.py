from __future__ import annotations

from worlds.build import account, contact, opportunity

from graphcrm.graph import Graph
from graphcrm.queries.checks.double_involved import double_involved


def test_two_accounts_and_a_contact_twice_are_named(graph: Graph) -> None:
    account(graph, "a"), account(graph, "b"), contact(graph, "ada"), contact(graph, "bo")
    (
        opportunity(graph, "fine", "a", "ada", "bo"),
        opportunity(graph, "two", "a", "ada"),
        opportunity(graph, "aside", "a"),
    )
    assert double_involved(graph, limit=10) == []
    graph.write(
        "MATCH (o {uid: 'two'}), (b {uid: 'b'}), (c {uid: 'ada'}) CREATE (o)-[:OFFERED_TO]->(b), (o)-[:INVOLVES]->(c)"
    )
    graph.write("MATCH (o {uid: 'aside'}), (b {uid: 'b'}) CREATE (o)-[:TRASHED {type: 'OFFERED_TO'}]->(b)")
    assert [(one.where, one.what) for one in double_involved(graph, limit=10)] == [
        (["INVOLVES", "two", "ada"], "it is there 2 times"),
        (["OFFERED_TO", "two", ""], "it is there 2 times"),
    ]  # not what is offered to another while the first is in the trash
    assert len(double_involved(graph, limit=1)) == 1

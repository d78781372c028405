from __future__ import annotations

from worlds.build import account, contact, contract, opportunity

from graphcrm.graph import Graph
from graphcrm.queries.load.stored_involved import stored_involved


def test_each_that_is_there_comes_with_whom_it_is_for(graph: Graph) -> None:
    account(graph, "A1"), contact(graph, "P1"), contact(graph, "P2")
    opportunity(graph, "O1", "A1", "P1", "P2"), opportunity(graph, "O2")
    graph.write("MATCH ()-[i:INVOLVES]->(:Contact {uid: 'P2'}) SET i.role = 'buyer'")
    graph.write("MATCH (o {uid: 'O2'}), (a {uid: 'A1'}) CREATE (o)-[:TRASHED {type: 'OFFERED_TO'}]->(a)")
    found = stored_involved(graph, label="Opportunity", uids=["O1", "O2", "O9"])
    assert found.keys() == {"O1", "O2"}
    assert (found["O1"][0], sorted(found["O1"][1])) == ("A1", [("P1", None), ("P2", "buyer")])
    assert found["O2"] == (None, [], None)
    assert stored_involved(graph, label="Opportunity", uids=[]) == {}


def test_of_two_records_of_one_uid_that_of_the_label_is_meant(graph: Graph) -> None:
    account(graph, "A1"), opportunity(graph, "same"), contract(graph, "same", "A1", opportunity="same")
    assert stored_involved(graph, label="Contract", uids=["same"]) == {"same": ("A1", [], "same")}
    assert stored_involved(graph, label="Opportunity", uids=["same"]) == {"same": (None, [], None)}

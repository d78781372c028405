from __future__ import annotations

from worlds.build import account, contact, lead

from graphcrm.graph import Graph
from graphcrm.queries.lifecycles.hold_dealt_with import hold_dealt_with


def test_those_of_an_opportunity_are_named_once_beside_the_others(acme: Graph) -> None:
    account(acme, "beta"), contact(acme, "zoe"), lead(acme, "lu")
    named = [("Lead", "lu"), ("Opportunity", "o"), ("Contact", "zoe"), ("Account", "acme"), ("Account", "nobody")]
    before = acme.read("MATCH (n) RETURN n.uid, properties(n)", lambda *row: str(row))
    assert hold_dealt_with(acme, records=named) == [("Account", "acme"), ("Contact", "ann"), ("Contact", "zoe")]
    assert acme.read("MATCH (n) RETURN n.uid, properties(n)", lambda *row: str(row)) == before
    assert hold_dealt_with(acme, records=[]) == []


def test_those_are_named_too_whom_the_trash_holds_and_what_leads_became(acme: Graph) -> None:
    lead(acme, "lu"), contact(acme, "zoe"), account(acme, "beta")
    acme.write("MATCH (o:Opportunity)-[e]->(n) CREATE (o)-[:TRASHED {type: type(e)}]->(n) DELETE e")
    acme.write("MATCH (l:Lead), (n:Account {uid: 'beta'}) CREATE (l)-[:CONVERTED_TO {uid: 'e'}]->(n)")
    acme.write("MATCH (l:Lead), (n:Contact {uid: 'zoe'}) CREATE (l)-[:TRASHED {type: 'CONVERTED_TO'}]->(n)")
    assert hold_dealt_with(acme, records=[("Opportunity", "o")]) == [("Account", "acme"), ("Contact", "ann")]
    assert hold_dealt_with(acme, records=[("Lead", "lu")]) == [("Account", "beta"), ("Contact", "zoe")]

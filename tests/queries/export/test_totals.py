from __future__ import annotations

from dataclasses import asdict

from worlds.cast import write_cast

from graphcrm.graph import Graph
from graphcrm.queries.export.totals import totals


def test_everything_is_counted_by_the_file_it_goes_to(graph: Graph):
    write_cast(graph)
    graph.write(
        "MATCH (a:Account {uid: 'acme'}), (b:Account {uid: 'globex'}) CREATE (a)-[:PARTNER_OF]->(b)-[:PARTNER_OF]->(a)"
    )
    graph.write(
        "MATCH (a:Contact {uid: 'maya'}), (b:Contact {uid: 'gil'}) CREATE (a)-[:RELATED_TO]->(b)-[:REPORTS_TO]->(a)"
    )
    graph.write("MATCH (l:Lead), (u:User {uid: 'alice'}) CREATE (l)-[:ASSIGNED_TO]->(u)")
    graph.write(
        "MATCH (l:Lead), (n {uid: 'maya'}), (a:Account {uid: 'acme'}) CREATE (a)<-[:CONVERTED_TO]-(l)-[:CONVERTED_TO]->(n)"
    )
    graph.write("UNWIND range(1, 2) AS n CREATE (:Opportunity {uid: 'O' + n})")
    graph.write("CREATE (:Contract {uid: 'N1'}), (:Order {uid: 'R1'}), (:ServiceRequest {uid: 'Q1'})")
    graph.write("MATCH (c:Contact {uid: 'maya'}) CREATE (c)-[:ATTENDS]->(:Campaign {uid: 'G1'})")
    graph.write("UNWIND range(1, 3) AS n CREATE (:Task {uid: 'T' + n})")
    graph.write("UNWIND range(1, 7) AS n CREATE (:Stage {uid: 'S' + n})")
    assert asdict(totals(graph)) == {
        "tags": 0, "stages": 7, "segments": 0, "groups": 0, "accounts": 5, "contacts": 10, "leads": 1, "opportunities": 2, "contracts": 1, "orders": 1, "service_requests": 1, "campaigns": 1, "tasks": 3, "users": 7, "works_at": 14, "interactions": 23, "ratings": 1,
        "conversions": 2, "attendance": 1, "assigned_to": 1, "account_links": 2, "contact_links": 2,
    }  # fmt: skip


def test_an_empty_graph_has_none_of_anything(graph: Graph):
    assert set(asdict(totals(graph)).values()) == {0}

from __future__ import annotations

from typing import Any

from worlds.build import account, contact, contract, opportunity, order, service_request

from graphcrm.graph import Graph
from graphcrm.queries.involved.put_involved import put_involved


def row(label: str, record: str, role: str | None = None, of: str = "o", kind: str = "Opportunity") -> dict[str, Any]:
    return {"of": kind, "uid": of, "label": label, "record": record, "role": role}


def edges(graph: Graph) -> list[tuple[str, str, str | None]]:
    return graph.read(
        "MATCH (:Opportunity)-[e]->(n) RETURN type(e), n.uid, e.role ORDER BY type(e), n.uid", lambda *x: x
    )


def test_accounts_and_contacts_are_tied_once_and_their_part_is_said_anew(graph: Graph) -> None:
    account(graph, "acme"), contact(graph, "ada"), contact(graph, "acme"), opportunity(graph, "o")
    assert (
        put_involved(graph, rows=[row("Account", "acme"), row("Contact", "ada", "buyer"), row("Contact", "acme")]) == 3
    )
    assert edges(graph) == [("INVOLVES", "acme", None), ("INVOLVES", "ada", "buyer"), ("OFFERED_TO", "acme", None)]
    assert put_involved(graph, rows=[row("Account", "acme"), row("Contact", "ada")]) == 2
    assert ("INVOLVES", "ada", None) in edges(graph)


def test_what_is_not_there_is_not_counted(graph: Graph) -> None:
    account(graph, "acme"), opportunity(graph, "o")
    rows = [row("Account", "none"), row("Contact", "acme"), row("Lead", "acme"), row("Account", "acme", of="none")]
    assert put_involved(graph, rows=rows) == 0
    assert put_involved(graph, rows=[]) == 0


def test_an_account_stands_beside_one_in_the_trash(graph: Graph) -> None:
    account(graph, "acme"), account(graph, "beta"), contact(graph, "ada"), opportunity(graph, "o")
    graph.write("MATCH (o {uid: 'o'}), (n {uid: 'beta'}) CREATE (o)-[:TRASHED {type: 'OFFERED_TO'}]->(n)")
    graph.write("MATCH (o {uid: 'o'}), (n {uid: 'ada'}) CREATE (o)-[:TRASHED {type: 'INVOLVES'}]->(n)")
    assert put_involved(graph, rows=[row("Account", "acme")]) == 1
    assert edges(graph) == [("OFFERED_TO", "acme", None), ("TRASHED", "ada", None), ("TRASHED", "beta", None)]


def test_contracts_orders_and_service_requests_are_tied_too(graph: Graph) -> None:
    account(graph, "acme"), account(graph, "beta"), contact(graph, "ada"), opportunity(graph, "o")
    contract(graph, "n"), order(graph, "n"), service_request(graph, "n")
    for kind in ("Contract", "Order", "ServiceRequest"):
        rows = [row("Account", "acme", of="n", kind=kind), row("Contact", "ada", "buyer", of="n", kind=kind)]
        assert put_involved(graph, rows=rows) == 2
    assert put_involved(graph, rows=[row("Opportunity", "o", of="n", kind="Contract")]) == 1
    found = graph.read(
        "MATCH (n {uid: 'n'})-[e]->(r) RETURN labels(n)[0], type(e), r.uid ORDER BY labels(n)[0], type(e)",
        lambda *x: x,
    )
    assert found == [
        ("Contract", "CAME_OF", "o"), ("Contract", "INVOLVES", "ada"), ("Contract", "OF_ACCOUNT", "acme"),
        ("Order", "INVOLVES", "ada"), ("Order", "OF_ACCOUNT", "acme"),
        ("ServiceRequest", "INVOLVES", "ada"), ("ServiceRequest", "OF_ACCOUNT", "acme"),
    ]  # fmt: skip

from __future__ import annotations

import pytest
from worlds.build import account, contact, contract, opportunity, order, service_request, user

from graphcrm.access import Sight
from graphcrm.graph import Graph, Runner
from graphcrm.queries.changes.set_aside import set_aside
from graphcrm.queries.person.involved import involved


@pytest.fixture
def busy(graph: Graph) -> Graph:
    """Ada has a part in two: Alice's at Acme, as a buyer, and Bob's at Beta, which is his; Bo in none of hers."""
    for uid in ("alice", "bob"):
        user(graph, uid, uid.title())
    contact(graph, "ada", "Ada"), contact(graph, "bo", "Bo")
    account(graph, "acme", "Acme"), account(graph, "beta", "Beta", owner="bob")
    opportunity(graph, "one", "acme", "ada", owner="alice", lost_reason="dear")
    opportunity(graph, "two", "beta", "ada", owner="bob"), opportunity(graph, "none", "acme", "bo")
    graph.write("MATCH ({uid: 'one'})-[i:INVOLVES]->() SET i.role = 'buyer'")
    return graph


def found(graph: Runner, contact: str = "ada") -> list[tuple[str, str | None, str | None, list[str]]]:
    told = involved(graph, contact=contact)
    return [
        (one.props["uid"], one.role, one.account and one.account[1], [uid for uid, *_ in one.owners]) for one in told
    ]


def test_each_is_told_with_their_part_the_account_and_owners(busy: Graph) -> None:
    assert found(busy) == [("one", "buyer", "Acme", ["alice"]), ("two", None, "Beta", ["bob"])]
    assert found(busy, "nobody") == []


@pytest.mark.parametrize("aside", [("Contact", "ada"), ("Opportunity", "one"), ("Account", "beta"), ("User", "bob")])
def test_what_is_set_aside_is_told_too(busy: Graph, aside: tuple[str, str]) -> None:
    before = found(busy)
    set_aside(busy, label=aside[0], uid=aside[1])
    assert found(busy) == before


def test_what_may_not_be_seen_is_left_out(busy: Graph) -> None:
    assert [uid for uid, *_ in found(busy.seen_by(Sight(opportunities=("", "alice"))))] == ["one"]
    assert [account for *_, account, _ in found(busy.seen_by(Sight(accounts=("", "alice"))))] == ["Acme", None]
    busy.write("MATCH (n:Contact) SET n.owner = 'bob'")
    assert found(busy.seen_by(Sight(contacts=("", "alice")))) == []
    hidden = busy.seen_by(Sight(hidden=frozenset({"opportunity.lost_reason", "opportunity.account"})))
    assert [("lost_reason" in one.props, one.account) for one in involved(hidden, contact="ada")] == [(False, None)] * 2


def test_contracts_orders_and_service_requests_are_told_as_what_they_are(busy: Graph) -> None:
    contract(busy, "three", "acme", "ada", owner="bob"), order(busy, "four", "beta", "ada")
    service_request(busy, "five", "acme", "ada"), service_request(busy, "else", "acme", "bo")
    told = involved(busy.seen_by(Sight(contracts=("", "alice"))), contact="ada")
    assert [(one.kind, one.account) for one in told if one.kind != "opportunity"] == [
        ("service_request", ["acme", "Acme"]), ("order", ["beta", "Beta"])
    ]  # fmt: skip
    assert {one.kind for one in involved(busy, contact="ada")} == {
        "opportunity",
        "contract",
        "order",
        "service_request",
    }

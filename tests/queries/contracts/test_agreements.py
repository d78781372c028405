from __future__ import annotations

from datetime import date

import pytest
from worlds.build import NOW, account, contact, contract, opportunity, order, service_request, user

from graphcrm.access import Sight
from graphcrm.graph import Graph, Runner
from graphcrm.queries.contracts.agreements import agreements


@pytest.fixture
def agreed(graph: Graph) -> Graph:
    user(graph, "alice", "Alice"), user(graph, "bob", "Bob")
    account(graph, "acme", "Acme"), contact(graph, "ada", "Ada"), opportunity(graph, "deal", "acme", "ada")
    contract(graph, "over", "acme", status="ended", end="2024-01-01")
    contract(graph, "late", "acme", "ada", owner="alice", opportunity="deal", end="2026", amount=1.5, currency="EUR")
    contract(graph, "soon", "acme", owner="bob", notice_on=date(2024, 7, 1), end="2024-09-01")
    order(graph, "order", "acme", "ada", opportunity="deal", deliver_by=date(2024, 8, 1), number="R 1")
    service_request(graph, "asked", "acme", "ada"), contract(graph, "gone", "acme", deleted_at=NOW)
    graph.write("MATCH (n {uid: 'gone'})-[e]-() DELETE e")
    return graph


def found(graph: Runner, label: str, uid: str) -> list[str]:
    return [one.uid for one in agreements(graph, label=label, uid=uid, limit=9)]


def test_what_is_due_next_comes_first_and_what_is_over_last(agreed: Graph) -> None:
    assert found(agreed, "Account", "acme") == ["soon", "order", "late", "over"]
    assert found(agreed, "Contact", "ada") == ["order", "late"]
    assert found(agreed, "Opportunity", "deal") == ["order", "late"]
    assert found(agreed, "Account", "none") == []
    assert len(agreements(agreed, label="Account", uid="acme", limit=2)) == 2


def test_each_says_what_it_is_and_whose(agreed: Graph) -> None:
    first, second, third, _ = agreements(agreed, label="Account", uid="acme", limit=9)
    assert (first.type, first.due_on, first.owner_name) == ("contract", date(2024, 7, 1), "Bob")
    assert (second.type, second.number, second.due_on, second.owner) == ("order", "R 1", date(2024, 8, 1), None)
    assert (third.amount, third.currency, third.end, third.due_on) == (1.5, "EUR", "2026", date(2026, 1, 1))


def test_what_may_not_be_seen_is_left_out(agreed: Graph) -> None:
    assert found(agreed.seen_by(Sight(contracts=("", "alice"))), "Account", "acme") == ["order", "late", "over"]
    assert found(agreed.seen_by(Sight(orders=())), "Opportunity", "deal") == ["late"]
    assert found(agreed.seen_by(Sight(opportunities=())), "Opportunity", "deal") == []
    hidden = agreed.seen_by(Sight(hidden=frozenset({"contract.amount"})))
    assert {one.amount for one in agreements(hidden, label="Account", uid="acme", limit=9)} == {None}

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from worlds.build import NOW, TODAY, account, assignment, contact, contract, opportunity, user

from graphcrm.access import Sight
from graphcrm.errors import InTrashError, NotFoundError
from graphcrm.graph import Graph
from graphcrm.queries.contracts.contract import contract as one


@pytest.fixture
def tied(graph: Graph) -> Graph:
    """One of Acme's, which is Bob's, with Ada and Bo; it is Alice's until June."""
    user(graph, "alice", "Alice"), user(graph, "bob", "Bob")
    (
        account(graph, "acme", "Acme", owner="bob"),
        contact(graph, "ada", "Ada"),
        contact(graph, "bo", "Bo", do_not_contact=True),
    )
    opportunity(graph, "deal")
    contract(graph, "n", "acme", "bo", "ada", opportunity="deal", x_room="blue", amount=5.0, currency="EUR", end="2025")
    graph.write("MATCH (n {uid: 'n'})-[i:INVOLVES]->({uid: 'ada'}) SET i.role = 'buyer'")
    (
        assignment(graph, "n", "alice", start="2024-01-01", end="2024-06-01"),
        assignment(graph, "n", "bob", start="2024-06-01"),
    )
    return graph


def test_it_comes_with_all_that_it_is_tied_to(tied: Graph) -> None:
    found = one(tied, uid="n", on=TODAY)
    assert (found.account, found.owner, found.custom) == (["acme", "Acme"], ["bob", "Bob"], [["x_room", "blue"]])
    assert found.contacts == [["ada", "Ada", "buyer", False], ["bo", "Bo", None, True]]
    assert found.opportunity == ["deal", "deal"]
    assert one(tied, uid="n", on=date(2024, 5, 31)).owner == ["alice", "Alice"]


def test_what_may_not_be_seen_of_it_is_left_out(tied: Graph) -> None:
    assert one(tied.seen_by(Sight(accounts=("", "alice"))), uid="n").account is None
    hidden = tied.seen_by(Sight(hidden=frozenset({"contract.description", "contract.contacts"})))
    assert one(hidden, uid="n").contacts == []
    with pytest.raises(NotFoundError):
        one(tied.seen_by(Sight(contracts=("alice",))), uid="n")


def test_one_in_the_trash_says_so(tied: Graph) -> None:
    tied.write("MATCH (n:Contract) SET n.deleted_at = $at", at=NOW)
    with pytest.raises(InTrashError):
        one(tied, uid="n")
    with pytest.raises(NotFoundError):
        one(tied, uid="none")


def test_of_an_empty_one_nothing_is_known(graph: Graph) -> None:
    contract(graph, "n")
    found = one(graph, uid="n")
    assert (found.account, found.owner, found.contacts, found.created_at) == (
        None,
        None,
        [],
        datetime(2024, 6, 1, tzinfo=UTC),
    )

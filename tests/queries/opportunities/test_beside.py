from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from worlds.build import account, contact, opportunity, user

from graphcrm.access import Sight
from graphcrm.graph import Graph, Runner
from graphcrm.queries.opportunities.beside import beside


@pytest.fixture
def deals(graph: Graph) -> Graph:
    """Three of Acme's, one of them won, and one of Beta's; Ada has a part in two."""
    user(graph, "alice", "Alice"), account(graph, "acme", "Acme"), account(graph, "beta"), contact(graph, "ada", "Ada")
    opportunity(graph, "won", "acme", "ada", stage="won", status="won", closed_at=datetime(2024, 1, 1, tzinfo=UTC))
    opportunity(graph, "later", "acme", amount=5.0, currency="EUR"), opportunity(graph, "other", "beta")
    opportunity(graph, "soon", "acme", "ada", owner="alice", expected_close=date(2024, 5, 1))
    graph.write("MATCH ({uid: 'soon'})-[i:INVOLVES]->() SET i.role = 'user'")
    return graph


def found(graph: Runner, label: str = "Account", uid: str = "acme", limit: int = 9) -> list[str]:
    return [one.uid for one in beside(graph, label=label, uid=uid, limit=limit)]


def test_open_ones_come_first_the_next_first(deals: Graph) -> None:
    assert found(deals) == ["soon", "later", "won"]
    assert found(deals, limit=1) == ["soon"]
    assert found(deals, "Contact", "ada") == ["soon", "won"]
    assert found(deals, "Contact", "acme") == found(deals, "Account", "ada") == []


def test_each_tells_how_far_it_is_and_whose(deals: Graph) -> None:
    one = beside(deals, label="Contact", uid="ada", limit=1)[0]
    assert (one.role, one.stage, one.status, one.expected_close, one.owner, one.owner_name) == (
        "user", "first_contact", "open", date(2024, 5, 1), "alice", "Alice",
    )  # fmt: skip


def test_what_may_not_be_seen_is_left_out(deals: Graph) -> None:
    assert found(deals.seen_by(Sight(opportunities=("",)))) == ["later", "won"]
    hidden = deals.seen_by(Sight(hidden=frozenset({"opportunity.amount"})))
    assert [one.amount for one in beside(hidden, label="Account", uid="acme", limit=9)] == [None] * 3
    deals.write("MATCH (n {uid: 'acme'}) SET n.owner = 'bob'")
    assert found(deals.seen_by(Sight(accounts=("",)))) == []


def test_a_day_that_is_hidden_does_not_tell_itself_by_the_order(deals: Graph) -> None:
    hidden = deals.seen_by(Sight(hidden=frozenset({"opportunity.expected_close"})))
    assert found(hidden) == ["later", "soon", "won"]
    assert {one.expected_close for one in beside(hidden, label="Account", uid="acme", limit=9)} == {None}


def test_what_is_in_the_trash_is_left_out(deals: Graph) -> None:
    deals.write("MATCH (:Opportunity {uid: 'soon'})-[e:OFFERED_TO]->() DELETE e")
    assert found(deals) == ["later", "won"]

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from worlds.build import NOW, account, opportunity, user

from graphcrm.access import Sight
from graphcrm.graph import Graph, Runner
from graphcrm.queries.opportunities.board import Card, Column, board


@pytest.fixture
def deals(graph: Graph) -> Graph:
    """Three in needs, of Alice's, Bob's and nobody's; one won lately, and one long ago; one in the trash."""
    user(graph, "alice", "Alice", team="North"), user(graph, "bob", "Bob"), account(graph, "acme", "Acme")
    first = {"amount": 10.1, "currency": "EUR", "expected_close": date(2024, 7, 1), "stage_since": NOW}
    opportunity(graph, "a", "acme", owner="alice", stage="needs", **first)
    opportunity(graph, "b", owner="bob", stage="needs", amount=20.2, currency="EUR", expected_close=date(2024, 6, 1))
    opportunity(graph, "c", stage="needs", amount=5.0, currency="CNY")
    opportunity(graph, "gone", stage="needs", amount=5.0, currency="CNY", deleted_at=NOW)
    for uid, days in (("late", 3), ("old", 40)):
        opportunity(graph, uid, stage="won", status="won", closed_at=NOW - timedelta(days=days), owner="alice")
    return graph


def asked(graph: Runner, limit: int = 10, since: datetime = NOW - timedelta(days=30), **whose: str) -> list[Column]:
    return board(
        graph, stages=[("needs", "open"), ("quote", "open"), ("won", "won")], since=since, limit=limit, **whose
    )


def shown(columns: list[Column]) -> list[tuple[str, int, list[str]]]:
    return [(one.stage, one.count, [card.uid for card in one.cards]) for one in columns]


def test_each_stage_has_its_cards_the_next_first(deals: Graph) -> None:
    found = asked(deals)
    assert shown(found) == [("needs", 3, ["b", "a", "c"]), ("quote", 0, []), ("won", 1, ["late"])]
    assert [one.sums for one in found] == [[("CNY", 5.0), ("EUR", 30.3)], [], []]
    assert found[0].cards[1] == Card(
        "a", "a", 1, 10.1, "EUR", date(2024, 7, 1), NOW, "alice", "Alice", ["acme", "Acme"],
    )  # fmt: skip


def test_no_more_cards_than_asked_for_and_all_of_them_counted(deals: Graph) -> None:
    found = asked(deals, limit=1)
    assert shown(found)[0] == ("needs", 3, ["b"])
    assert found[0].sums == [("CNY", 5.0), ("EUR", 30.3)]


def test_those_of_an_owner_and_of_a_team(deals: Graph) -> None:
    assert shown(asked(deals, owner="bob"))[0] == ("needs", 1, ["b"])
    assert shown(asked(deals, team="North"))[0] == ("needs", 1, ["a"])
    assert shown(asked(deals, team="none"))[0] == ("needs", 0, [])
    assert shown(asked(deals, team="North", owner="bob"))[0] == ("needs", 0, [])


def test_what_may_not_be_seen_is_neither_shown_nor_counted(deals: Graph) -> None:
    found = asked(deals.seen_by(Sight(opportunities=("alice",))))
    assert shown(found)[0] == ("needs", 1, ["a"])
    assert found[0].sums == [("EUR", 10.1)]
    deals.write("MATCH (n:Account) SET n.owner = 'bob'")
    assert asked(deals.seen_by(Sight(accounts=("alice",))))[0].cards[1].account is None
    hidden = asked(deals.seen_by(Sight(hidden=frozenset({"opportunity.amount", "opportunity.expected_close"}))))[0]
    assert (hidden.sums, {(card.amount, card.expected_close) for card in hidden.cards}) == ([], {(None, None)})


def test_no_stage_is_no_column(deals: Graph) -> None:
    assert board(deals, stages=[], since=NOW, limit=5) == []

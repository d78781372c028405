from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from worlds.build import NOW, opportunity

from graphcrm.access import Sight
from graphcrm.graph import Graph, Runner
from graphcrm.queries.opportunities.cards import Card, cards

from .conftest import STAGES


def asked(graph: Runner, limit: int = 10, since: datetime = NOW - timedelta(days=30), **whose: Any) -> list[Card]:
    return cards(graph, stages=STAGES, since=since, limit=limit, **whose)


def shown(found: list[Card]) -> list[tuple[str, str]]:
    return [(card.stage, card.uid) for card in found]


def test_what_is_decided_next_comes_first_and_what_has_no_day_last(deals: Graph) -> None:
    found = asked(deals)
    assert shown(found) == [("needs", "b"), ("needs", "a"), ("needs", "c"), ("won", "late")]
    assert found[1] == Card(
        "needs", "a", "a", 1, 10.1, "EUR", date(2024, 7, 1), NOW, "alice", "Alice", ["acme", "Acme"],
    )  # fmt: skip


def test_what_was_closed_last_comes_first_to_the_moment(deals: Graph) -> None:
    for uid, ago in (("x", timedelta(0)), ("y", timedelta(microseconds=1)), ("z", timedelta(days=1))):
        opportunity(deals, uid, stage="won", status="won", closed_at=NOW - ago)
    assert [card.uid for card in asked(deals) if card.stage == "won"] == ["x", "y", "z", "late"]
    assert [card.uid for card in asked(deals, limit=2) if card.stage == "won"] == ["x", "y"]


def test_no_more_than_asked_for_but_the_one_that_was_moved(deals: Graph) -> None:
    assert shown(asked(deals, limit=1)) == [("needs", "b"), ("won", "late")]
    assert shown(asked(deals, limit=1, moved="c")) == [("needs", "b"), ("needs", "c"), ("won", "late")]
    assert shown(asked(deals, moved="b")) == shown(asked(deals))
    for uid in ("gone", "old", "nothing"):
        assert shown(asked(deals, limit=1, moved=uid)) == [("needs", "b"), ("won", "late")], uid
    seen = deals.seen_by(Sight(opportunities=("bob",)))
    assert shown(asked(seen, moved="c")) == [("needs", "b")]


def test_those_of_an_owner_and_of_a_team(deals: Graph) -> None:
    assert shown(asked(deals, owner="bob")) == [("needs", "b")]
    assert shown(asked(deals, team="North")) == [("needs", "a"), ("won", "late")]
    assert shown(asked(deals, team="none")) == shown(asked(deals, team="North", owner="bob")) == []


def test_what_may_not_be_seen_is_not_shown(deals: Graph) -> None:
    assert shown(asked(deals.seen_by(Sight(opportunities=("alice",))))) == [("needs", "a"), ("won", "late")]
    deals.write("MATCH (n:Account) SET n.owner = 'bob'")
    assert asked(deals.seen_by(Sight(accounts=("alice",))))[1].account is None


def test_a_day_that_is_hidden_does_not_tell_itself_by_the_order(deals: Graph) -> None:
    hidden = deals.seen_by(Sight(hidden=frozenset({"opportunity.amount", "opportunity.expected_close"})))
    found = asked(hidden, limit=2)
    assert shown(found) == [("needs", "a"), ("needs", "b"), ("won", "late")]
    assert {(card.amount, card.expected_close) for card in found} == {(None, None)}


def test_no_stage_has_no_cards(deals: Graph) -> None:
    assert cards(deals, stages=[], since=NOW, limit=5) == []

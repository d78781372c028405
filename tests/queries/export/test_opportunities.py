from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import partial

from worlds.build import account, contact, opportunity

from graphcrm.graph import Graph
from graphcrm.queries.export.opportunities import opportunities

from .conftest import SINCE, pages


def test_pages_are_in_the_order_of_uids_and_hold_each_once(graph: Graph) -> None:
    for uid in ("b", "B", "a-1", "a", "10", "9"):
        opportunity(graph, uid)
    found = list(pages(partial(opportunities, graph, since=SINCE)))
    assert [[one.uid for one in page] for page in found] == [["10", "9"], ["B", "a"], ["a-1", "b"]]


def test_what_was_in_the_trash_is_left_out_and_what_went_there_since_is_not(graph: Graph) -> None:
    for uid, late in (("before", -1), ("at", 0), ("after", 1)):
        opportunity(graph, uid, deleted_at=SINCE + timedelta(microseconds=late))
    opportunity(graph, "here")
    assert [one.uid for one in opportunities(graph, after="", since=SINCE, limit=10)] == ["after", "at", "here"]


def test_nothing_there_is_nothing_found(graph: Graph) -> None:
    assert opportunities(graph, after="", since=SINCE, limit=10) == []


def test_one_comes_with_its_times_as_text_and_with_whom_it_is_for(graph: Graph) -> None:
    account(graph, "A1"), contact(graph, "P1")
    at = datetime(2024, 3, 1, 9, tzinfo=UTC)
    opportunity(graph, "O1", "A1", "P1", stage_since=at, closed_at=at, expected_close=date(2024, 2, 29), amount=1.5)
    opportunity(graph, "O2")
    one, two = opportunities(graph, after="", since=SINCE, limit=10)
    told = {"expected_close": "2024-02-29", "stage_since": "2024-03-01T09:00:00Z", "closed_at": "2024-03-01T09:00:00Z"}
    assert {name: one.props[name] for name in (*told, "amount")} == told | {"amount": 1.5}
    assert (one.account, one.contacts, two.account, two.contacts) == ("A1", [["P1", None]], None, [])

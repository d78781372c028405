from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import partial

from worlds.build import account, contact, opportunity, order

from graphcrm.graph import Graph
from graphcrm.queries.export.orders import orders

from .conftest import SINCE, pages

AT = datetime(2024, 3, 1, 9, tzinfo=UTC)


def test_pages_are_in_the_order_of_uids_and_hold_each_once(graph: Graph) -> None:
    for uid in ("b", "B", "a-1", "a", "10", "9"):
        order(graph, uid)
    found = list(pages(partial(orders, graph, since=SINCE)))
    assert [[one.uid for one in page] for page in found] == [["10", "9"], ["B", "a"], ["a-1", "b"]]


def test_what_was_in_the_trash_is_left_out_and_what_went_there_since_is_not(graph: Graph) -> None:
    for uid, late in (("before", -1), ("at", 0), ("after", 1)):
        order(graph, uid, deleted_at=SINCE + timedelta(microseconds=late))
    order(graph, "here")
    assert [one.uid for one in orders(graph, after="", since=SINCE, limit=10)] == ["after", "at", "here"]
    assert orders(graph, after="here", since=SINCE, limit=10) == []


def test_one_comes_with_its_days_as_text_and_with_what_it_is_tied_to(graph: Graph) -> None:
    account(graph, "A1"), contact(graph, "P1"), opportunity(graph, "O1")
    order(
        graph,
        "N1",
        "A1",
        "P1",
        opportunity="O1",
        created_at=AT,
        ordered_on=date(2024, 2, 29),
        deliver_by=date(2024, 5, 1),
    )
    (one,) = orders(graph, after="", since=SINCE, limit=10)
    told = {"ordered_on": "2024-02-29", "deliver_by": "2024-05-01"}
    assert {name: one.props[name] for name in told} == told
    assert (one.account, one.contacts, one.opportunity) == ("A1", [["P1", None]], "O1")

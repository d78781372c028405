from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial

from worlds.build import account, contact, service_request

from graphcrm.graph import Graph
from graphcrm.queries.export.service_requests import service_requests

from .conftest import SINCE, pages

AT = datetime(2024, 3, 1, 9, tzinfo=UTC)


def test_pages_are_in_the_order_of_uids_and_hold_each_once(graph: Graph) -> None:
    for uid in ("b", "B", "a-1", "a", "10", "9"):
        service_request(graph, uid)
    found = list(pages(partial(service_requests, graph, since=SINCE)))
    assert [[one.uid for one in page] for page in found] == [["10", "9"], ["B", "a"], ["a-1", "b"]]


def test_what_was_in_the_trash_is_left_out_and_what_went_there_since_is_not(graph: Graph) -> None:
    for uid, late in (("before", -1), ("at", 0), ("after", 1)):
        service_request(graph, uid, deleted_at=SINCE + timedelta(microseconds=late))
    service_request(graph, "here")
    assert [one.uid for one in service_requests(graph, after="", since=SINCE, limit=10)] == ["after", "at", "here"]
    assert service_requests(graph, after="here", since=SINCE, limit=10) == []


def test_one_comes_with_its_days_as_text_and_with_what_it_is_tied_to(graph: Graph) -> None:
    account(graph, "A1"), contact(graph, "P1")
    service_request(graph, "N1", "A1", "P1", created_at=AT, asked_at=AT, solve_by=AT)
    (one,) = service_requests(graph, after="", since=SINCE, limit=10)
    told = {"asked_at": "2024-03-01T09:00:00Z", "solve_by": "2024-03-01T09:00:00Z"}
    assert {name: one.props[name] for name in told} == told
    assert (one.account, one.contacts, one.opportunity) == ("A1", [["P1", None]], None)

from __future__ import annotations

from datetime import timedelta
from functools import partial

from worlds.build import account

from graphcrm.graph import Graph
from graphcrm.queries.export.accounts import accounts

from .conftest import SINCE, pages


def test_pages_are_in_the_order_of_uids_and_hold_each_account_once(graph: Graph):
    for uid in ("b", "B", "a-1", "a", "10", "9"):
        account(graph, uid)
    found = list(pages(partial(accounts, graph, since=SINCE)))
    assert [[record.uid for record in page] for page in found] == [["10", "9"], ["B", "a"], ["a-1", "b"]]


def test_what_was_in_the_trash_is_left_out_and_what_went_there_since_is_not(graph: Graph):
    for uid, late in (("before", -1), ("at", 0), ("after", 1)):
        account(graph, uid, deleted_at=SINCE + timedelta(microseconds=late))
    account(graph, "here")
    found = accounts(graph, after="", since=SINCE, limit=10)
    assert [record.uid for record in found] == ["after", "at", "here"]


def test_nothing_there_is_nothing_found(graph: Graph):
    assert accounts(graph, after="", since=SINCE, limit=10) == []


def test_an_account_comes_with_its_properties_and_handles(graph: Graph):
    account(graph, "A1", "Acme", domains=("acme.example",), aliases=["ACME"], x_size=3, created_at=SINCE)
    account(graph, "A2", domains=("acme.example",))
    first, second = accounts(graph, after="", since=SINCE, limit=10)
    kept = {name: value for name, value in first.props.items() if value is not None}
    assert kept == {"uid": "A1", "name": "Acme", "aliases": ["ACME"], "x_size": 3, "rev": 1}
    assert first.handles == second.handles == [["domain", "acme.example", None, False]]

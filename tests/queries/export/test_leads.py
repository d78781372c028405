from __future__ import annotations

from datetime import timedelta
from functools import partial

from worlds.build import handle, lead

from graphcrm.graph import Graph
from graphcrm.queries.export.leads import leads

from .conftest import SINCE, pages


def test_pages_are_in_the_order_of_uids_and_hold_each_lead_once(graph: Graph):
    for uid in ("b", "B", "a-1", "a", "10", "9"):
        lead(graph, uid)
    found = list(pages(partial(leads, graph, since=SINCE)))
    assert [[record.uid for record in page] for page in found] == [["10", "9"], ["B", "a"], ["a-1", "b"]]


def test_what_was_in_the_trash_is_left_out_and_what_went_there_since_is_not(graph: Graph):
    for uid, late in (("before", -1), ("at", 0), ("after", 1)):
        lead(graph, uid, deleted_at=SINCE + timedelta(microseconds=late))
    lead(graph, "here")
    found = leads(graph, after="", since=SINCE, limit=10)
    assert [record.uid for record in found] == ["after", "at", "here"]


def test_nothing_there_is_nothing_found(graph: Graph):
    assert leads(graph, after="", since=SINCE, limit=10) == []


def test_a_lead_comes_with_properties_and_handles(graph: Graph):
    lead(graph, "L1", "Lea", company_name="Acme")
    handle(graph, "L1", "wechat", "lea_1")
    (found,) = leads(graph, after="", since=SINCE, limit=10)
    assert (found.props["company_name"], found.handles) == ("Acme", [["wechat", "lea_1", None, False]])

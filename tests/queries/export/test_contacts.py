from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from worlds.build import contact, handle

from graphcrm.graph import Graph
from graphcrm.queries.export.contacts import contacts

from .conftest import SINCE, pages


def test_pages_are_in_the_order_of_uids_and_hold_each_contact_once(graph: Graph):
    for uid in ("b", "B", "a-1", "a", "10", "9"):
        contact(graph, uid)
    found = list(pages(partial(contacts, graph, since=SINCE)))
    assert [[record.uid for record in page] for page in found] == [["10", "9"], ["B", "a"], ["a-1", "b"]]


def test_what_was_in_the_trash_is_left_out_and_what_went_there_since_is_not(graph: Graph):
    for uid, late in (("before", -1), ("at", 0), ("after", 1)):
        contact(graph, uid, deleted_at=SINCE + timedelta(microseconds=late))
    contact(graph, "here")
    found = contacts(graph, after="", since=SINCE, limit=10)
    assert [record.uid for record in found] == ["after", "at", "here"]


def test_nothing_there_is_nothing_found(graph: Graph):
    assert contacts(graph, after="", since=SINCE, limit=10) == []


def test_a_contact_comes_with_handles_and_with_days_as_text(graph: Graph):
    contact(graph, "P1", "Ada", birthday=date(1815, 12, 10))
    handle(graph, "P1", "email", "ada@x.example", primary=True)
    graph.write("MATCH ()-[r:HAS_HANDLE]->() SET r.label = 'work'")
    (found,) = contacts(graph, after="", since=SINCE, limit=10)
    assert (found.props["name"], found.props["birthday"]) == ("Ada", "1815-12-10")
    assert found.handles == [["email", "ada@x.example", "work", True]]

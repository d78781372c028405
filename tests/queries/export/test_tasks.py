from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import partial

from worlds.build import account, contact, lead, task

from graphcrm.graph import Graph
from graphcrm.queries.export.tasks import tasks

from .conftest import SINCE, pages


def test_pages_are_in_the_order_of_uids_and_hold_each_task_once(graph: Graph) -> None:
    for uid in ("b", "B", "a-1", "a", "10", "9"):
        task(graph, uid)
    found = list(pages(partial(tasks, graph, since=SINCE)))
    assert [[one.uid for one in page] for page in found] == [["10", "9"], ["B", "a"], ["a-1", "b"]]


def test_what_was_in_the_trash_is_left_out_and_what_went_there_since_is_not(graph: Graph) -> None:
    for uid, late in (("before", -1), ("at", 0), ("after", 1)):
        task(graph, uid, deleted_at=SINCE + timedelta(microseconds=late))
    task(graph, "here")
    assert [one.uid for one in tasks(graph, after="", since=SINCE, limit=10)] == ["after", "at", "here"]


def test_nothing_there_is_nothing_found(graph: Graph) -> None:
    assert tasks(graph, after="", since=SINCE, limit=10) == []


def test_a_task_comes_with_its_days_as_text_and_what_it_is_about(graph: Graph) -> None:
    account(graph, "A1"), contact(graph, "P1"), lead(graph, "L1")
    days = {"due_on": date(2024, 2, 29), "first_on": date(2024, 1, 31)}
    task(graph, "T1", "Call", "A1", "P1", "L1", done_at=datetime(2024, 3, 1, 9, tzinfo=UTC), x_note="x", **days)
    task(graph, "T2")
    one, two = tasks(graph, after="", since=SINCE, limit=10)
    told = {"name": "Call", "due_on": "2024-02-29", "first_on": "2024-01-31", "done_at": "2024-03-01T09:00:00Z"}
    assert {name: one.props[name] for name in (*told, "x_note")} == told | {"x_note": "x"}
    assert sorted(one.about) == [("Account", "A1"), ("Contact", "P1"), ("Lead", "L1")]
    assert (two.props["due_on"], two.props["done_at"], two.about) == (None, None, [])

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from worlds.build import campaign

from graphcrm.graph import Graph
from graphcrm.queries.export.campaigns import campaigns

from .conftest import SINCE, pages


def test_pages_are_in_the_order_of_uids_and_hold_each_once(graph: Graph) -> None:
    for uid in ("b", "B", "a-1", "a", "10", "9"):
        campaign(graph, uid)
    found = list(pages(partial(campaigns, graph, since=SINCE)))
    assert [[one.uid for one in page] for page in found] == [["10", "9"], ["B", "a"], ["a-1", "b"]]


def test_what_was_in_the_trash_is_left_out_and_what_went_there_since_is_not(graph: Graph) -> None:
    for uid, late in (("before", -1), ("at", 0), ("after", 1)):
        campaign(graph, uid, deleted_at=SINCE + timedelta(microseconds=late))
    campaign(graph, "here")
    assert [one.uid for one in campaigns(graph, after="", since=SINCE, limit=10)] == ["after", "at", "here"]


def test_one_comes_with_its_days_as_text(graph: Graph) -> None:
    campaign(graph, "G1", end_on=date(2024, 5, 3), cost=12.5)
    (one,) = campaigns(graph, after="", since=SINCE, limit=10)
    assert (one.props["start_on"], one.props["end_on"], one.props["cost"]) == ("2024-05-01", "2024-05-03", 12.5)
    assert campaigns(graph, after="G1", since=SINCE, limit=10) == []

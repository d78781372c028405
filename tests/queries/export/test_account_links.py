from __future__ import annotations

from functools import partial

from worlds.build import account

from graphcrm.graph import Graph
from graphcrm.queries.export.account_links import account_links

from .conftest import pages

KINDS = ("SUBSIDIARY_OF", "PARTNER_OF", "SUCCEEDED_BY")


def link(graph: Graph, kind: str, uid: str) -> None:
    graph.write(
        f"MATCH (a:Account {{uid: 'A1'}}), (b:Account {{uid: 'A2'}}) "
        f"CREATE (a)-[:{kind} {{uid: $uid, start: '2019', verified_on: date('2020-01-02'), end_min: date('9999-12-31')}}]->(b)",
        uid=uid,
    )


def test_pages_have_links_of_every_kind_in_the_order_of_their_uids(graph: Graph):
    account(graph, "A1"), account(graph, "A2")
    every = [(f"K{n}", KINDS[n % len(KINDS)]) for n in range(7)]
    for uid, kind in reversed(every):
        link(graph, kind, uid)
    found = list(pages(partial(account_links, graph), limit=3))
    assert [len(page) for page in found] == [3, 3, 1]
    assert [(each.uid, each.kind) for page in found for each in page] == every


def test_a_link_comes_with_its_ends_and_days_as_text(graph: Graph):
    account(graph, "A1"), account(graph, "A2")
    link(graph, KINDS[0], "K1")
    (found,) = account_links(graph, after="", limit=10)
    assert (found.start, found.end, found.props["start"], found.props["verified_on"]) == (
        "A1",
        "A2",
        "2019",
        "2020-01-02",
    )
    assert found.props["end_min"] is None


def test_nothing_there_is_nothing_found(graph: Graph):
    assert account_links(graph, after="", limit=10) == []

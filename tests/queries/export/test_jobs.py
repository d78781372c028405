from __future__ import annotations

from datetime import date
from functools import partial

from worlds.build import account, contact, job

from graphcrm.graph import Graph
from graphcrm.queries.export.jobs import jobs

from .conftest import pages


def test_pages_are_in_the_order_of_uids_and_hold_each_job_once(graph: Graph):
    contact(graph, "P1"), contact(graph, "P2"), account(graph, "A1")
    for number, uid in enumerate(("W3", "W1", "W5", "W2", "W4")):
        job(graph, f"P{1 + number % 2}", "A1", uid=uid)
    found = [[(each.uid, each.contact, each.account) for each in page] for page in pages(partial(jobs, graph))]
    assert found == [
        [("W1", "P2", "A1"), ("W2", "P2", "A1")],
        [("W3", "P1", "A1"), ("W4", "P1", "A1")],
        [("W5", "P1", "A1")],
    ]


def test_a_job_comes_with_what_was_entered_and_days_as_text(graph: Graph):
    contact(graph, "P1"), account(graph, "A1")
    job(graph, "P1", "A1", uid="W1", start="2019", end="2020-05", title="Boss", verified_on=date(2021, 1, 2))
    (found,) = jobs(graph, after="", limit=10)
    assert {name: value for name, value in found.props.items() if value is not None} == {
        "uid": "W1", "start": "2019", "end": "2020-05", "end_status": "ended", "title": "Boss", "kind": "employee",
        "primary": False, "verified_on": "2021-01-02", "rev": 1,
    }  # fmt: skip


def test_what_follows_from_a_succession_and_what_was_set_aside_is_left_out(graph: Graph):
    contact(graph, "P1"), account(graph, "A1"), account(graph, "A2")
    job(graph, "P1", "A1", uid="W1")
    job(graph, "P1", "A2", uid="W2", carried_from="W1")
    graph.write("MATCH (c:Contact), (a:Account {uid: 'A1'}) CREATE (c)-[:TRASHED {uid: 'W3', type: 'WORKS_AT'}]->(a)")
    assert [each.uid for each in jobs(graph, after="", limit=10)] == ["W1"]


def test_nothing_there_is_nothing_found(graph: Graph):
    assert jobs(graph, after="", limit=10) == []

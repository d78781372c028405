from __future__ import annotations

from datetime import date

import pytest
from worlds.build import account, contact

from graphcrm.graph import Graph
from graphcrm.queries.load.stored_links import stored_links


@pytest.fixture
def web(graph: Graph) -> Graph:
    """An account and a contact with each uid; links of every type from X to Y, and one back."""
    for uid in ("X", "Y"):
        account(graph, uid)
        contact(graph, uid)
    graph.write(
        "MATCH (a:Account {uid: 'X'}), (b:Account {uid: 'Y'}), (p:Contact {uid: 'X'}), (q:Contact {uid: 'Y'}) "
        "CREATE (a)-[:SUBSIDIARY_OF {uid: 'E1', rev: 2}]->(b), (a)-[:PARTNER_OF {uid: 'E2'}]->(b), "
        "(a)-[:SUCCEEDED_BY {uid: 'E3', start_min: date('2020-01-01'), recorded_at: datetime()}]->(b), "
        "(p)-[:REPORTS_TO {uid: 'E4'}]->(q), (p)-[:RELATED_TO {uid: 'E5', relation: 'friend'}]->(q), "
        "(b)-[:PARTNER_OF {uid: 'E6'}]->(a)"
    )
    return graph


def test_what_goes_out_is_found_by_the_label_of_its_ends(web: Graph):
    found = stored_links(web, label="Account", starts=["X", "nobody"], uids=[])
    assert sorted((one.uid, one.type, one.start, one.end) for one in found) == [
        ("E1", "SUBSIDIARY_OF", "X", "Y"), ("E2", "PARTNER_OF", "X", "Y"), ("E3", "SUCCEEDED_BY", "X", "Y"),
    ]  # fmt: skip
    assert {one.uid for one in stored_links(web, label="Contact", starts=["X"], uids=[])} == {"E4", "E5"}
    assert stored_links(web, label="Contact", starts=["Y"], uids=[]) == []


def test_a_link_is_found_by_its_uid_whatever_it_links_and_once(web: Graph):
    uids = [f"E{n}" for n in range(1, 8)]
    found = stored_links(web, label="Account", starts=["X"], uids=uids)
    assert sorted(one.uid for one in found) == uids[:6]


def test_it_comes_with_its_properties_but_when_it_was_recorded(web: Graph):
    (one,) = stored_links(web, label="", starts=[], uids=["E3"])
    assert {name: value for name, value in one.props.items() if value is not None} == {
        "uid": "E3",
        "start_min": date(2020, 1, 1),
    }

from __future__ import annotations

from datetime import date

import pytest

from graphcrm.graph import Graph
from graphcrm.queries.load.change_edges import change_edges

from .conftest import rows


@pytest.fixture
def edges(cast: Graph) -> Graph:
    """One edge of each kind, all with the same uid and at revision 3."""
    cast.write(
        "MATCH (u:User {uid: 'U1'}), (c:Contact {uid: 'C1'}), (a:Account {uid: 'A1'}) "
        "CREATE (c)-[:WORKS_AT {uid: 'E', rev: 3, title: 'Boss'}]->(a), (u)-[:RATES {uid: 'E', rev: 3}]->(c), "
        "(u)-[:INTERACTED_WITH {uid: 'E', rev: 3}]->(c), (a)-[:ASSIGNED_TO {uid: 'E', rev: 3}]->(u), "
        "(a)-[:SUBSIDIARY_OF {uid: 'E', rev: 3}]->(a), (a)-[:PARTNER_OF {uid: 'E', rev: 3}]->(a), "
        "(a)-[:SUCCEEDED_BY {uid: 'E', rev: 3}]->(a), (c)-[:REPORTS_TO {uid: 'E', rev: 3}]->(c), "
        "(c)-[:RELATED_TO {uid: 'E', rev: 3}]->(c)"
    )
    return cast


@pytest.mark.parametrize(
    "kind",
    ["WORKS_AT", "INTERACTED_WITH", "RATES", "ASSIGNED_TO", "SUBSIDIARY_OF", "PARTNER_OF", "SUCCEEDED_BY", "REPORTS_TO",
     "RELATED_TO"],
)  # fmt: skip
def test_the_edge_of_that_kind_is_changed_and_no_other(edges: Graph, kind: str):
    change = {"type": kind, "uid": "E", "rev": 3, "props": {"verified_on": date(2024, 1, 1), "reason": "x"}}
    assert change_edges(edges, rows=[change]) == 1
    found = rows(edges, "MATCH ()-[e {uid: 'E'}]->() WHERE e.rev <> 3 RETURN type(e), e.rev, e.verified_on, e.reason")
    assert found == [(kind, 4, date(2024, 1, 1), "x")]


def test_a_part_of_an_event_may_be_given_a_later_revision(edges: Graph):
    change = {"type": "INTERACTED_WITH", "uid": "E", "rev": 3, "next": 9, "props": {}}
    assert change_edges(edges, rows=[change]) == 1
    assert rows(edges, "MATCH ()-[e:INTERACTED_WITH {uid: 'E'}]->() RETURN e.rev") == [(9,)]


def test_null_takes_a_property_away_and_others_stay(edges: Graph):
    edges.write("MATCH ()-[w:WORKS_AT]->() SET w.department = 'Sales'")
    assert change_edges(edges, rows=[{"type": "WORKS_AT", "uid": "E", "rev": 3, "props": {"title": None}}]) == 1
    assert rows(edges, "MATCH ()-[w:WORKS_AT]->() RETURN w.title, w.department") == [(None, "Sales")]


def test_an_edge_of_another_revision_is_left_alone_and_not_counted(edges: Graph):
    stale = {"type": "WORKS_AT", "uid": "E", "rev": 2, "props": {"title": "Chair"}}
    gone = {"type": "WORKS_AT", "uid": "F", "rev": 3, "props": {"title": "Chair"}}
    assert change_edges(edges, rows=[stale, gone]) == 0
    assert rows(edges, "MATCH ()-[w:WORKS_AT]->() RETURN w.title, w.rev") == [("Boss", 3)]

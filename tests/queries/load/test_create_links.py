from __future__ import annotations

import pytest
from worlds.build import account

from graphcrm.graph import Graph
from graphcrm.queries.load.create_links import create_links

from .conftest import AT, rows


@pytest.mark.parametrize(
    ("label", "kind", "start", "end"),
    [
        ("Account", "SUBSIDIARY_OF", "A1", "A2"),
        ("Account", "PARTNER_OF", "A1", "A2"),
        ("Account", "SUCCEEDED_BY", "A1", "A2"),
        ("Contact", "REPORTS_TO", "C1", "C2"),
        ("Contact", "RELATED_TO", "C1", "C2"),
    ],
)
def test_links_are_created_with_their_type(cast: Graph, label: str, kind: str, start: str, end: str):
    account(cast, "A2")
    row = {"uid": "E", "type": kind, "label": label, "start": start, "end": end, "props": {"end_status": "ongoing"}}
    assert create_links(cast, rows=[row, {**row, "uid": "F", "end": "nobody"}], at=AT) == 1
    found = "MATCH (a)-[e]->(b) RETURN a.uid, type(e), b.uid, e.uid, e.end_status, e.rev, e.recorded_at"
    assert rows(cast, found) == [(start, kind, end, "E", "ongoing", 1, AT)]


def test_a_revision_that_is_given_is_kept(cast: Graph):
    account(cast, "A2")
    row = {"uid": "E", "type": "PARTNER_OF", "label": "Account", "start": "A1", "end": "A2", "props": {"rev": 4}}
    create_links(cast, rows=[row], at=AT)
    assert rows(cast, "MATCH ()-[e:PARTNER_OF]->() RETURN e.rev") == [(4,)]

from __future__ import annotations

import pytest

from graphcrm.graph import Graph
from graphcrm.queries.load.put_records import put_records

from .conftest import AT, rows


@pytest.mark.parametrize(
    "label",
    ["Account", "Contact", "Lead", "Opportunity", "Contract", "Order", "ServiceRequest", "Campaign", "Task", "User"],
)
def test_a_new_record_has_its_label_properties_times_and_revision(graph: Graph, label: str):
    row = {"label": label, "uid": "X1", "rev": 0, "props": {"name": "Ada", "x_shoe": "38"}, "handles": []}
    assert put_records(graph, rows=[row], at=AT) == 1
    found = rows(graph, "MATCH (n {uid: 'X1'}) RETURN labels(n), n.name, n.x_shoe, n.rev, n.created_at, n.updated_at")
    assert found == [([label], "Ada", "38", 1, AT, AT)]


def test_a_change_raises_the_revision_and_keeps_what_it_does_not_name(cast: Graph):
    cast.write("MATCH (c:Contact {uid: 'C1'}) SET c.created_at = datetime('2020-01-01T00:00:00Z')")
    row = {"label": "Contact", "uid": "C1", "rev": 1, "props": {"address": "Main St"}, "handles": []}
    assert put_records(cast, rows=[row], at=AT) == 1
    found = rows(cast, "MATCH (c:Contact {uid: 'C1'}) RETURN c.name, c.address, c.rev, c.created_at.year, c.updated_at")
    assert found == [("Ada", "Main St", 2, 2020, AT)]


def test_a_record_of_another_revision_is_left_alone_and_not_counted(cast: Graph):
    stale = {"label": "Contact", "uid": "C1", "rev": 7, "props": {"name": "X"}, "handles": []}
    new = {"label": "Contact", "uid": "C2", "rev": 0, "props": {"name": "X"}, "handles": []}
    assert put_records(cast, rows=[stale, new], at=AT) == 0
    assert rows(cast, "MATCH (c:Contact) RETURN c.name, c.rev ORDER BY c.uid") == [("Ada", 1), ("Bo", 1)]


def test_handles_are_made_once_and_shared(cast: Graph):
    handle = {"uid": "email:a@x.example", "kind": "email", "value": "a@x.example"}
    for uid, primary in (("C1", True), ("C2", None)):
        row = {"label": "Contact", "uid": uid, "rev": 1, "props": {}, "handles": [{**handle, "primary": primary}]}
        assert put_records(cast, rows=[row], at=AT) == 1
    assert rows(cast, "MATCH (h:Handle) RETURN h.uid, h.kind, h.value") == [
        ("email:a@x.example", "email", "a@x.example")
    ]
    found = rows(cast, "MATCH (c:Contact)-[r:HAS_HANDLE]->() RETURN c.uid, r.primary ORDER BY c.uid")
    assert found == [("C1", True), ("C2", None)]

from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.load.create_conversions import create_conversions
from graphcrm.queries.load.stored_conversions import stored_conversions

from .conftest import AT


def test_the_leads_asked_for_are_found_contacts_first(cast: Graph) -> None:
    of = {"lead": "L1", "props": {"at": AT, "by": "U1"}}
    given = [
        {"uid": "E1", "label": "Account", "record": "A1", **of},
        {"uid": "E2", "label": "Contact", "record": "C1", **of},
    ]
    create_conversions(cast, rows=given, at=AT)
    found = stored_conversions(cast, leads=["L1", "L9"])
    assert [(one.uid, one.lead, one.label, one.record, one.at) for one in found] == [
        ("E2", "L1", "Contact", "C1", AT),
        ("E1", "L1", "Account", "A1", AT),
    ]
    assert (found[0].props["by"], found[0].props["rev"]) == ("U1", 1)
    assert stored_conversions(cast, leads=[]) == []

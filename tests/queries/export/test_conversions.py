from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import pytest
from worlds.build import account, contact, lead

from graphcrm.graph import Graph
from graphcrm.queries.export.conversions import conversions
from graphcrm.queries.load.create_conversions import create_conversions

from .conftest import pages

FIRST = ("", "")
AT = datetime(2024, 5, 1, tzinfo=UTC)


@pytest.mark.parametrize("limit", [1, 2, 9])
def test_pages_are_in_the_order_of_the_leads_wherever_they_end(graph: Graph, limit: int) -> None:
    contact(graph, "C"), account(graph, "A")
    for uid in ("L2", "L10", "L1"):
        lead(graph, uid)
        for label, record in (("Contact", "C"), ("Account", "A")):
            row = {"uid": f"{uid}-{record}", "lead": uid, "label": label, "record": record, "props": {"at": AT}}
            create_conversions(graph, rows=[row], at=AT)
    found = [each for page in pages(partial(conversions, graph), first=FIRST, limit=limit) for each in page]
    assert [(one.lead, one.label, one.record) for one in found] == [
        (lead, label, record) for lead in ("L1", "L10", "L2") for label, record in (("Account", "A"), ("Contact", "C"))
    ]
    assert found[0].props["at"] == "2024-05-01T00:00:00Z"


def test_nothing_there_is_nothing_found(graph: Graph) -> None:
    assert conversions(graph, after=FIRST, limit=10) == []

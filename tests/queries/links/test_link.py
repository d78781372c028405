from __future__ import annotations

from datetime import date

import pytest
from worlds.build import TODAY

from graphcrm.dates import OPEN_END
from graphcrm.errors import NotFoundError
from graphcrm.graph import Graph
from graphcrm.queries.links.link import OneLink, link

D = date.fromisoformat


def test_a_link_comes_with_all_that_is_recorded_of_it(web: Graph):
    assert link(web, uid="E1") == OneLink(
        "E1", "subsidiary_of", "A", "Firm A", "B", "Firm B", None, "2015-05", None, "ongoing", TODAY,
        D("2015-05-01"), D("2015-05-31"), OPEN_END, OPEN_END, "erp", 1, None, None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("uid", "kind", "start", "end", "relation"),
    [
        ("E2", "partner_of", "A", "C", None),
        ("E3", "succeeded_by", "C", "A", None),
        ("E4", "reports_to", "P", "Q", None),
        ("E5", "related_to", "Q", "P", "friend"),
    ],
)
def test_a_link_of_any_kind_is_found(web: Graph, uid: str, kind: str, start: str, end: str, relation: str | None):
    found = link(web, uid=uid)
    assert (found.kind, found.start_uid, found.end_uid, found.relation) == (kind, start, end, relation)


def test_a_link_that_is_not_there_is_said(web: Graph):
    with pytest.raises(NotFoundError) as error:
        link(web, uid="E9")
    assert error.value.field == "link"

from __future__ import annotations

from datetime import date

import pytest
from worlds.build import TODAY

from graphcrm.graph import Graph
from graphcrm.queries.links.links_of import links_of

D = date.fromisoformat


def uids(graph: Graph, label: str, uid: str, on: date = TODAY, **more: object) -> list[str]:
    return [one.uid for one in links_of(graph, label=label, uid=uid, on=on, **more)]  # type: ignore[arg-type]


def test_links_are_shown_at_both_ends_unknown_starts_first(web: Graph):
    assert uids(web, "Account", "A") == ["E3", "E2", "E1"]
    assert uids(web, "Account", "B") == ["E1"]
    assert uids(web, "Contact", "P") == uids(web, "Contact", "Q") == ["E4", "E5"]
    assert uids(web, "Account", "P") == uids(web, "Contact", "nobody") == []
    (found,) = links_of(web, label="Account", uid="B", on=TODAY)
    assert (found.start_uid, found.start_name, found.end_uid, found.kind) == ("A", "Firm A", "B", "subsidiary_of")


@pytest.mark.parametrize(
    ("on", "found"),
    [
        ("2009-12-31", ["E3"]),
        ("2010-01-01", ["E3", "E2"]),
        ("2015-04-30", ["E3", "E2"]),
        ("2015-05-01", ["E3", "E2", "E1"]),
    ],
)
def test_those_that_begin_later_are_not_there_yet(web: Graph, on: str, found: list[str]):
    assert uids(web, "Account", "A", D(on)) == found


def test_a_page_begins_behind_the_last_one_seen(web: Graph):
    found, after = [], None
    while page := links_of(web, label="Account", uid="A", on=TODAY, after=after, limit=1):
        found.append(page[0].uid)
        after = (page[0].start_min, page[0].end_max, page[0].uid)
    assert found == ["E3", "E2", "E1"]
    first = links_of(web, label="Contact", uid="P", on=TODAY, limit=1)[0]
    assert uids(web, "Contact", "P", after=(first.start_min, first.end_max, first.uid)) == ["E5"]

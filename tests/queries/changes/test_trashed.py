from __future__ import annotations

from datetime import timedelta

from graphcrm.graph import Graph
from graphcrm.queries.changes.trashed import trashed

from .conftest import AT


def test_what_was_put_there_last_comes_first_page_by_page(cast: Graph) -> None:
    assert trashed(cast) == []
    for n, uid in enumerate(["C1", "U1", "L1", "A1"]):
        cast.write("MATCH (n {uid: $uid}) SET n.deleted_at = $at", uid=uid, at=AT + timedelta(days=n))
    cast.write("MATCH (n {uid: 'X'}) SET n.deleted_at = $at", at=AT - timedelta(days=1))
    found = trashed(cast)
    assert [(one.type, one.uid, one.name) for one in found] == [
        ("account", "A1", "Acme"),
        ("lead", "L1", "Lea"),
        ("user", "U1", "Alice"),
        ("contact", "C1", "Ada"),
        ("account", "X", "X"),
        ("contact", "X", "X"),
        ("lead", "X", "X"),
        ("user", "X", "X"),
    ]
    pages = [trashed(cast, limit=3)]
    while pages[-1]:
        last = pages[-1][-1]
        pages.append(trashed(cast, after_at=last.deleted_at, after_key=last.key, limit=3))
    assert [one for page in pages for one in page] == found

from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.changes.hide_revisions import hide_revisions

from .conftest import revision, rows


def test_all_revisions_of_one_thing_are_hidden_and_no_others(cast: Graph) -> None:
    for uid, kind, of in (
        ("a", "interaction", "E"),
        ("b", "interaction", "E"),
        ("c", "interaction", "F"),
        ("d", "job", "E"),
    ):
        revision(cast, uid, kind=kind, of=of)
    assert hide_revisions(cast, kind="interaction", of="E") == 2
    assert hide_revisions(cast, kind="interaction", of="none") == 0
    assert rows(cast, "MATCH (r:Revision) WHERE r.private RETURN r.uid ORDER BY r.uid") == [("a",), ("b",)]

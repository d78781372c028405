from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.changes.revisions_of import revisions_of

from .conftest import revision


def test_they_come_in_the_order_in_which_they_were_done(cast: Graph) -> None:
    revision(cast, "R2", change="this", by="U2")
    revision(cast, "R1", change="this", kind="job", of="J")
    revision(cast, "R3", change="other")
    assert [(one.uid, one.kind, one.by_name) for one in revisions_of(cast, change="this")] == [
        ("R1", "job", None),
        ("R2", "contact", "Bob"),
    ]
    assert len(revisions_of(cast, change="this", limit=1)) == 1
    assert revisions_of(cast, change="none") == []

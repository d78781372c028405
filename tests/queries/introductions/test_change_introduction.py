from __future__ import annotations

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.introductions.change_introduction import change_introduction
from graphcrm.queries.introductions.one_introduction import one_introduction


def test_one_is_changed_at_the_revision_that_was_read(asked: Graph) -> None:
    assert change_introduction(asked, uid="I1", rev=1, props={"remark": "well", "subject": None}, at=NOW) == 1
    found = one_introduction(asked, uid="I1")
    assert (found.rev, found.props["remark"], found.props.get("subject")) == (2, "well", None)
    assert change_introduction(asked, uid="I1", rev=1, props={"remark": "again"}, at=NOW) == 0
    assert one_introduction(asked, uid="I1").props["remark"] == "well"

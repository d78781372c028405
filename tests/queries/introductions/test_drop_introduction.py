from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.introductions.drop_introduction import drop_introduction
from graphcrm.queries.introductions.introductions import introductions


def test_one_is_removed_at_the_revision_that_was_read(asked: Graph) -> None:
    assert drop_introduction(asked, uid="I1", rev=7) == 0
    assert drop_introduction(asked, uid="I1", rev=1) == 1
    assert [one.uid for one in introductions(asked)] == ["I3", "I2"]

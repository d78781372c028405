from __future__ import annotations

from datetime import timedelta

from graphcrm.graph import Graph
from graphcrm.queries.segments.drop_removed_segments import drop_removed_segments

from .conftest import AT


def test_what_was_deleted_before_is_erased(team: Graph) -> None:
    drop_removed_segments(team, user="alice", before=AT)
    drop_removed_segments(team, user="bob", before=AT + timedelta(days=9))
    assert team.read("MATCH (s:Segment) RETURN count(s)", int) == [4]
    drop_removed_segments(team, user="alice", before=AT + timedelta(seconds=1))
    assert team.read("MATCH (s:Segment) RETURN count(s)", int) == [3]

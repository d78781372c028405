from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.segments.change_segment import change_segment
from graphcrm.queries.segments.segments import segments

from .conftest import AT


def test_ones_own_is_changed_deleted_or_not(team: Graph) -> None:
    assert change_segment(team, user="alice", uid="own", props={"name": "Mine", "sizes": None}, at=AT) == 2
    assert [(one.name, one.sizes) for one in segments(team, user="alice", uid="own")] == [("Mine", [])]
    assert change_segment(team, user="bob", uid="own", props={"name": "Mine"}, at=AT) is None
    assert change_segment(team, user="alice", uid="gone", props={}, at=AT) is None
    assert change_segment(team, user="alice", uid="gone", props={"removed_at": None}, at=AT, removed=True) == 2
    assert len(segments(team, user="alice")) == 3

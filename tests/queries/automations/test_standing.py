from __future__ import annotations

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.automations.leave_runs import leave_runs
from graphcrm.queries.automations.standing import standing

from .conftest import Came


def test_those_stand_in_it_that_came_and_did_not_leave(ours: Graph, came: Came) -> None:
    assert standing(ours, uid="a1", limit=9) == frozenset()
    came("l1", "l2")
    assert standing(ours, uid="a1", limit=9) == {"l1", "l2"}
    leave_runs(ours, uid="a1", records=["l1"], at=NOW)
    assert standing(ours, uid="a1", limit=9) == {"l2"}
    assert standing(ours, uid="b1", limit=9) == frozenset()

from __future__ import annotations

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.automations.leave_runs import leave_runs

from .conftest import Came


def test_those_of_one_automation_leave_once(ours: Graph, came: Came) -> None:
    came("l1", "l2")
    assert leave_runs(ours, uid="b1", records=["l1"], at=NOW) == 0
    assert leave_runs(ours, uid="a1", records=["l1", "none"], at=NOW) == 1
    assert leave_runs(ours, uid="a1", records=["l1"], at=NOW) == 0

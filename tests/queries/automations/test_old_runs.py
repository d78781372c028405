from __future__ import annotations

from datetime import timedelta

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.automations.leave_runs import leave_runs
from graphcrm.queries.automations.old_runs import old_runs

from .conftest import Came


def test_what_is_old_goes_once_it_has_left(ours: Graph, came: Came) -> None:
    came("l1", at=NOW - timedelta(days=9)), came("l2", at=NOW - timedelta(days=9))
    leave_runs(ours, uid="a1", records=["l1"], at=NOW)
    assert old_runs(ours, before=NOW, limit=9) == 0
    assert old_runs(ours, before=NOW + timedelta(seconds=1), limit=9) == 1
    assert ours.read("MATCH (r:AutomationRun) RETURN r.of", str) == ["l2"]

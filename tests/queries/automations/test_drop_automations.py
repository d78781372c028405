from __future__ import annotations

from datetime import timedelta

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.automations.drop_automations import drop_automations
from graphcrm.queries.automations.put_automation import put_automation

from .conftest import Came


def test_what_was_deleted_long_ago_goes_with_what_it_did_in_parts(ours: Graph, came: Came) -> None:
    came("l1", "l2")
    put_automation(ours, user="alice", uid="a1", props={"removed_at": NOW - timedelta(days=2)}, at=NOW)
    put_automation(ours, user="bob", uid="b1", props={"removed_at": NOW}, at=NOW)
    assert drop_automations(ours, before=NOW - timedelta(days=1), limit=1) == 1
    assert drop_automations(ours, before=NOW - timedelta(days=1), limit=9) == 2
    assert ours.read("MATCH (n:Automation|AutomationRun) RETURN n.uid", str) == ["b1"]

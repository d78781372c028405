from __future__ import annotations

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.automations.automations import automations
from graphcrm.queries.automations.put_automation import put_automation


def test_it_is_made_and_changed_with_a_revision_each_time(ours: Graph) -> None:
    put_automation(ours, user="alice", uid="a1", props={"name": "Other", "task_days": 3}, at=NOW)
    (one,) = automations(ours, user="alice")
    assert (one.name, one.task, one.task_days, one.rev) == ("Other", "Call", 3, 2)
    put_automation(ours, user="nobody", uid="n1", props={"name": "No"}, at=NOW)
    assert [one.uid for one in automations(ours)] == ["a1", "b1"]

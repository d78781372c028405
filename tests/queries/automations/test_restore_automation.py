from __future__ import annotations

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.automations.automations import automations
from graphcrm.queries.automations.put_automation import put_automation
from graphcrm.queries.automations.restore_automation import restore_automation


def test_what_was_deleted_comes_back_to_its_owner_and_does_not_run(ours: Graph) -> None:
    assert not restore_automation(ours, user="alice", uid="a1", at=NOW)
    put_automation(ours, user="alice", uid="a1", props={"removed_at": NOW}, at=NOW)
    assert not restore_automation(ours, user="bob", uid="a1", at=NOW)
    assert restore_automation(ours, user="alice", uid="a1", at=NOW)
    assert [(one.active, one.rev) for one in automations(ours, user="alice")] == [(False, 3)]

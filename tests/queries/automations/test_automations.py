from __future__ import annotations

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.automations.automations import automations
from graphcrm.queries.automations.put_automation import put_automation


def test_they_are_found_by_user_by_uid_and_those_that_run(ours: Graph) -> None:
    (one,) = automations(ours, user="alice")
    assert (one.uid, one.of, one.parameters, one.task, one.active, one.author_name, one.role, one.rev) == (
        "a1", "lead", "status=new", "Call", True, "Alice", "rep", 1,
    )  # fmt: skip
    assert [one.uid for one in automations(ours)] == ["a1", "b1"]
    assert [one.uid for one in automations(ours, after="a1")] == ["b1"]
    assert [one.uid for one in automations(ours, active=True)] == ["a1"]
    assert automations(ours, user="alice", uid="b1") == []
    ours.write("MATCH (u:User {uid: 'alice'}) SET u.active = false")
    assert automations(ours, active=True) == []
    put_automation(ours, user="bob", uid="b1", props={"removed_at": NOW}, at=NOW)
    assert automations(ours, user="bob") == []

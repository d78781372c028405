from __future__ import annotations

from worlds.build import NOW, user

from graphcrm.graph import Graph
from graphcrm.queries.mail.put_template import put_template
from graphcrm.queries.mail.templates import templates


def test_one_has_ones_own_and_what_ones_team_shares(graph: Graph) -> None:
    for uid, team in (("alice", "North"), ("bob", "North"), ("dana", "South")):
        user(graph, uid, uid.title(), team=team)
    for uid, owner, shared in (("t1", "alice", False), ("t2", "bob", True), ("t3", "bob", False), ("t4", "dana", True)):
        props = {"name": uid, "subject": "Hello {name}", "text": "", "shared": shared}
        put_template(graph, user=owner, uid=uid, props=props, at=NOW)
    put_template(graph, user="alice", uid="gone", props={"name": "Gone", "removed_at": NOW}, at=NOW)
    found = templates(graph, user="alice")
    assert [(one.uid, one.owner_name, one.shared, one.rev) for one in found] == [
        ("t1", "Alice", False, 1), ("t2", "Bob", True, 1),
    ]  # fmt: skip
    assert [one.uid for one in templates(graph, user="alice", after="t1", limit=1)] == ["t2"]
    assert templates(graph, user="alice", uid="t3") == templates(graph, user="alice", uid="gone") == []

from __future__ import annotations

from datetime import timedelta

from worlds.build import NOW, user

from graphcrm.graph import Graph
from graphcrm.queries.mail.drop_templates import drop_templates
from graphcrm.queries.mail.put_template import put_template


def test_what_was_deleted_long_ago_goes(graph: Graph) -> None:
    user(graph, "alice", "Alice"), user(graph, "bob", "Bob")
    for uid, owner, removed in (("there", "alice", None), ("now", "alice", NOW), ("old", "alice", NOW - timedelta(1)),
                                ("his", "bob", NOW - timedelta(1))):  # fmt: skip
        put_template(graph, user=owner, uid=uid, props={"name": uid, "removed_at": removed}, at=NOW)
    assert drop_templates(graph, user="alice", before=NOW) == 1
    assert graph.read("MATCH (t:MailTemplate) RETURN t.uid ORDER BY t.uid", str) == ["his", "now", "there"]

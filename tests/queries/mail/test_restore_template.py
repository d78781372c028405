from __future__ import annotations

from worlds.build import NOW, user

from graphcrm.graph import Graph
from graphcrm.queries.mail.put_template import put_template
from graphcrm.queries.mail.restore_template import restore_template
from graphcrm.queries.mail.templates import templates


def test_what_was_deleted_comes_back_to_its_owner(graph: Graph) -> None:
    user(graph, "alice", "Alice"), user(graph, "bob", "Bob")
    put_template(graph, user="alice", uid="t", props={"name": "First", "removed_at": NOW}, at=NOW)
    assert not restore_template(graph, user="bob", uid="t", at=NOW)
    assert restore_template(graph, user="alice", uid="t", at=NOW)
    assert [one.rev for one in templates(graph, user="alice")] == [2]
    assert not restore_template(graph, user="alice", uid="t", at=NOW)

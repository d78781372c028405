from __future__ import annotations

from worlds.build import NOW, user

from graphcrm.graph import Graph
from graphcrm.queries.mail.put_template import put_template
from graphcrm.queries.mail.templates import templates


def test_it_is_made_and_changed_with_a_revision_each_time(graph: Graph) -> None:
    user(graph, "alice", "Alice")
    put_template(graph, user="alice", uid="t", props={"name": "First", "text": "Hello"}, at=NOW)
    put_template(graph, user="alice", uid="t", props={"name": "Second"}, at=NOW)
    (one,) = templates(graph, user="alice")
    assert (one.name, one.text, one.rev) == ("Second", "Hello", 2)
    put_template(graph, user="nobody", uid="u", props={"name": "No"}, at=NOW)
    assert graph.read("MATCH (t:MailTemplate) RETURN t.uid", str) == ["t"]

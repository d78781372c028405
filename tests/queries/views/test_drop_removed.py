from __future__ import annotations

from datetime import timedelta

from worlds.build import NOW, user, view

from graphcrm.graph import Graph
from graphcrm.queries.views.drop_removed import drop_removed
from graphcrm.queries.views.put_pins import put_pins


def test_those_of_before_are_erased_and_the_others_kept(graph: Graph) -> None:
    user(graph, "alice"), user(graph, "bob")
    view(graph, "old", "alice", removed_at=NOW - timedelta(seconds=1))
    view(graph, "then", "alice", removed_at=NOW)
    view(graph, "there", "alice"), view(graph, "bobs", "bob", removed_at=NOW - timedelta(days=9))
    put_pins(graph, user="bob", uids=["old"])
    drop_removed(graph, user="alice", before=NOW)
    assert set(graph.read("MATCH (v:SavedView) RETURN v.uid", str)) == {"then", "there", "bobs"}

from __future__ import annotations

from worlds.build import NOW, user

from graphcrm.graph import Graph
from graphcrm.queries.views.put_view import put_view
from graphcrm.queries.views.views import views


def test_a_view_is_its_users(graph: Graph) -> None:
    user(graph, "alice", "Alice"), user(graph, "bob", "Bob")
    props = {"name": "New ones", "of": "leads", "parameters": "status=new", "shared": True}
    put_view(graph, user="alice", uid="v1", props=props, at=NOW)
    (view,) = views(graph, user="alice")
    assert (view.uid, view.name, view.of, view.parameters, view.shared, view.rev) == (
        *("v1", "New ones", "leads", "status=new", True, 1),
    )
    assert (view.owner, view.created_at, view.updated_at, view.place) == ("alice", NOW, NOW, None)
    assert views(graph, user="bob") == []


def test_nobody_has_none(graph: Graph) -> None:
    put_view(graph, user="nobody", uid="v1", props={}, at=NOW)
    assert graph.read("MATCH (v:SavedView) RETURN count(v)", int) == [0]

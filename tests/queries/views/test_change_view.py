from __future__ import annotations

from datetime import timedelta

from worlds.build import NOW, user, view

from graphcrm.graph import Graph
from graphcrm.queries.views.change_view import change_view
from graphcrm.queries.views.views import views

LATER = NOW + timedelta(hours=1)


def test_what_is_given_is_changed_and_nothing_else(graph: Graph) -> None:
    user(graph, "alice")
    view(graph, "v1", "alice", "Old", parameters="q=a")
    assert change_view(graph, user="alice", uid="v1", props={"name": "New"}, at=LATER) == 2
    (found,) = views(graph, user="alice")
    assert (found.name, found.parameters, found.updated_at, found.created_at) == ("New", "q=a", LATER, NOW)


def test_only_its_user_changes_it(graph: Graph) -> None:
    user(graph, "alice", team="North"), user(graph, "bob", team="North")
    view(graph, "v1", "alice", shared=True)
    assert change_view(graph, user="bob", uid="v1", props={"name": "Bob's"}, at=LATER) is None
    assert change_view(graph, user="alice", uid="none", props={}, at=LATER) is None
    assert [found.name for found in views(graph, user="alice")] == ["v1"]


def test_one_that_was_deleted_is_changed_only_where_that_is_meant(graph: Graph) -> None:
    user(graph, "alice")
    view(graph, "v1", "alice", removed_at=NOW)
    assert change_view(graph, user="alice", uid="v1", props={"name": "New"}, at=LATER) is None
    assert change_view(graph, user="alice", uid="v1", removed=True, props={"removed_at": None}, at=LATER) == 2
    assert change_view(graph, user="alice", uid="v1", removed=True, props={}, at=LATER) is None
    assert [found.name for found in views(graph, user="alice")] == ["v1"]

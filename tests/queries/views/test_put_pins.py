from __future__ import annotations

from worlds.build import user, view

from graphcrm.graph import Graph
from graphcrm.queries.views.put_pins import put_pins
from graphcrm.queries.views.views import views


def pins(graph: Graph, who: str) -> dict[str, int | None]:
    return {found.uid: found.place for found in views(graph, user=who)}


def test_these_are_pinned_in_their_order_and_no_others(graph: Graph) -> None:
    user(graph, "alice", team="North"), user(graph, "bob", team="North")
    for uid in ("v1", "v2", "v3"):
        view(graph, uid, "alice", shared=True)
    put_pins(graph, user="bob", uids=["v1"])
    put_pins(graph, user="alice", uids=["v3", "v1"])
    assert pins(graph, "alice") == {"v1": 1, "v2": None, "v3": 0}
    put_pins(graph, user="alice", uids=["v2", "v3"])
    assert pins(graph, "alice") == {"v1": None, "v2": 0, "v3": 1}
    put_pins(graph, user="alice", uids=[])
    assert pins(graph, "alice") == {"v1": None, "v2": None, "v3": None}
    assert pins(graph, "bob") == {"v1": 0, "v2": None, "v3": None}


def test_what_is_not_there_is_not_pinned(graph: Graph) -> None:
    user(graph, "alice")
    put_pins(graph, user="alice", uids=["none"])
    assert graph.read("MATCH ()-[p:PINNED]->() RETURN count(p)", int) == [0]

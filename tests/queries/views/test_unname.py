from __future__ import annotations

from worlds.build import user, view

from graphcrm.graph import Graph
from graphcrm.queries.views.naming import Naming
from graphcrm.queries.views.unname import unname
from graphcrm.queries.views.views import views


def test_some_are_erased_and_others_written_anew(graph: Graph) -> None:
    user(graph, "alice")
    for uid in ("v1", "v2", "v3"):
        view(graph, uid, "alice", of="network", parameters="q=a", state="{}")
    unname(graph, erased=["v1", "none"], changed=[Naming("v2", "network", None, "", '{"open":[]}')])
    assert {(found.uid, found.parameters, found.rev) for found in views(graph, user="alice")} == {
        ("v2", "", 2),
        ("v3", "q=a", 1),
    }
    assert views(graph, user="alice", uid="v2")[0].state == '{"open":[]}'
    unname(graph, erased=[], changed=[])
    assert len(views(graph, user="alice")) == 2

from __future__ import annotations

from worlds.build import user, view

from graphcrm.graph import Graph
from graphcrm.queries.views.naming import naming


def test_a_record_is_named_as_the_target_in_the_parameters_or_in_the_state(graph: Graph) -> None:
    user(graph, "alice")
    view(graph, "v1", "alice", of="paths", target="acme")
    view(graph, "v2", "alice", of="contacts", parameters="account=acme&q=a")
    view(graph, "v3", "alice", of="network", state='{"open":["acme"]}')
    view(graph, "v4", "alice", of="network", target="globex", parameters="q=b", state='{"open":["globex"]}')
    assert {found.uid for found in naming(graph, uid="acme")} == {"v1", "v2", "v3"}
    assert naming(graph, uid="nowhere") == []
    assert [found.uid for found in naming(graph, uid="acme", limit=1)] == ["v1"]

from __future__ import annotations

from datetime import timedelta

import pytest
from worlds.build import NOW, account, contact, lead, user

from graphcrm.graph import Graph
from graphcrm.queries.views.put_star import put_star
from graphcrm.queries.views.starred import starred


@pytest.mark.parametrize("label", ["Account", "Contact", "Lead"])
def test_a_record_of_each_kind_is_starred_once(graph: Graph, label: str) -> None:
    user(graph, "alice"), account(graph, "x"), contact(graph, "x"), lead(graph, "x")
    for later in (timedelta(), timedelta(days=1)):
        put_star(graph, user="alice", label=label, uid="x", at=NOW + later)
    assert starred(graph, user="alice", label=label, uid="x") == NOW
    assert graph.read("MATCH (:User)-[s:STARRED]->(n) RETURN labels(n)[0]", str) == [label]


def test_what_is_not_there_is_not(graph: Graph) -> None:
    user(graph, "alice")
    put_star(graph, user="alice", label="Contact", uid="none", at=NOW)
    assert graph.read("MATCH ()-[s:STARRED]->() RETURN count(s)", int) == [0]

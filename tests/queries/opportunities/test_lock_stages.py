from __future__ import annotations

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.opportunities.lock_stages import lock_stages
from graphcrm.queries.opportunities.stages import SHIPPED, stages


def test_those_shipped_are_there_to_be_locked(graph: Graph) -> None:
    first = lock_stages(graph, at=NOW)
    assert [(one.key, one.position, one.rev) for one in first] == [(one.key, one.position, 1) for one in SHIPPED]
    assert lock_stages(graph, at=NOW) == first == stages(graph)


def test_what_was_said_of_them_stays(graph: Graph) -> None:
    lock_stages(graph, at=NOW)
    graph.write("MATCH (s:Stage {uid: 'needs'}) SET s.name = 'Wishes', s.rev = 4")
    graph.write("CREATE (:Stage {uid: 'mine', status: 'open', probability: 1, position: 99, rev: 1})")
    found = {one.key: one for one in lock_stages(graph, at=NOW)}
    assert (found["needs"].name, found["needs"].rev, len(found)) == ("Wishes", 4, 8)

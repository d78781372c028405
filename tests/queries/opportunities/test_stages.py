from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.opportunities.stages import SHIPPED, Stage, stages


def test_they_are_those_shipped_until_there_are_others(graph: Graph) -> None:
    assert stages(graph) == list(SHIPPED)
    assert [one.status for one in SHIPPED] == [*["open"] * 5, "won", "lost"]
    graph.write(
        "UNWIND [['b', 2, true], ['a', 2, null], ['z', 1, null]] AS row CREATE (:Stage {uid: row[0], name: 'N', "
        "status: 'open', probability: 5, position: row[1], retired: row[2], rev: 3})"
    )
    assert stages(graph) == [
        Stage("z", "N", "open", 5, 1, rev=3), Stage("a", "N", "open", 5, 2, rev=3),
        Stage("b", "N", "open", 5, 2, retired=True, rev=3),
    ]  # fmt: skip
    assert len(stages(graph, limit=1)) == 1

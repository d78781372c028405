from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.export.stages import Stage, stages


def test_pages_of_stages_of_which_something_was_said(graph: Graph) -> None:
    assert stages(graph, after="", limit=9) == []
    graph.write(
        "UNWIND [['b', 'B', true], ['a', null, null], ['c', 'C', null]] AS row CREATE (:Stage {uid: row[0], name: row[1], "
        "status: 'open', probability: 5, position: 1, retired: row[2]})"
    )
    assert stages(graph, after="", limit=2) == [
        Stage("a", None, "open", 5, 1, False),
        Stage("b", "B", "open", 5, 1, True),
    ]
    assert [stage.key for stage in stages(graph, after="b", limit=2)] == ["c"]

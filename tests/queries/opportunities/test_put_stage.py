from __future__ import annotations

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.opportunities.put_stage import put_stage
from graphcrm.queries.opportunities.stages import Stage, stages


def test_a_stage_is_made_and_changed(graph: Graph) -> None:
    props = {"name": "Mine", "status": "open", "probability": 5, "position": 1}
    assert put_stage(graph, key="mine", props=props, at=NOW) == 1
    assert put_stage(graph, key="mine", props={"retired": True, "name": None}, at=NOW) == 2
    assert stages(graph) == [Stage("mine", None, "open", 5, 1, retired=True, rev=2)]

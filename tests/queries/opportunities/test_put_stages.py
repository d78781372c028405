from __future__ import annotations

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.opportunities.put_stages import put_stages
from graphcrm.queries.opportunities.stages import Stage, stages


def test_a_stage_is_made_and_changed(graph: Graph) -> None:
    props = {"name": "Mine", "status": "open", "probability": 5, "position": 1}
    assert put_stages(graph, rows=[{"key": "mine", "props": props, "more": 1}], at=NOW) == 1
    changed = {"key": "mine", "props": {"retired": True, "name": None}, "more": 1}
    other = {"key": "other", "props": props | {"position": 2}, "more": 1}
    assert put_stages(graph, rows=[changed, other], at=NOW) == 2
    assert stages(graph) == [
        Stage("mine", None, "open", 5, 1, retired=True, rev=2), Stage("other", "Mine", "open", 5, 2),
    ]  # fmt: skip


def test_a_place_that_follows_is_no_change_of_it(graph: Graph) -> None:
    put_stages(
        graph, rows=[{"key": "mine", "props": {"status": "open", "probability": 5, "position": 1}, "more": 1}], at=NOW
    )
    put_stages(graph, rows=[{"key": "mine", "props": {"position": 2}, "more": 0}], at=NOW)
    assert stages(graph) == [Stage("mine", None, "open", 5, 2)]
    assert put_stages(graph, rows=[], at=NOW) == 0

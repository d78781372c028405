from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.automations.forget_runs import forget_runs
from graphcrm.queries.automations.standing import standing

from .conftest import Came


def test_those_of_a_record_go(ours: Graph, came: Came) -> None:
    came("l1", "l2")
    assert forget_runs(ours, records=[("Lead", "l1"), ("Contact", "l2")]) == 1
    assert standing(ours, uid="a1", limit=9) == {"l2"}

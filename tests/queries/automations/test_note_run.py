from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.automations.note_run import note_run
from graphcrm.queries.automations.runs import runs

from .conftest import Came


def test_it_says_what_was_done(ours: Graph, came: Came) -> None:
    came("l1")
    note_run(ours, uid="run-l1", did=["task:t1", "notify:"])
    assert [one.did for one in runs(ours, uid="a1")] == [["task:t1", "notify:"]]
    note_run(ours, uid="run-l1", did=["mail:e1"])
    assert [one.did for one in runs(ours, uid="a1")] == [["task:t1", "notify:", "mail:e1"]]

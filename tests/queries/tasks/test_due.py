from __future__ import annotations

from worlds.build import TODAY

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.tasks.due import due

from .conftest import Put


def test_what_is_due_by_a_day_comes_in_its_order(graph: Graph, put: Put) -> None:
    put("today", "ada", "acme", due=TODAY.isoformat(), owner="alice")
    put("late", due="2024-01-01", owner="alice")
    put("ahead", due="2030-01-01", owner="alice")
    put("never", owner="alice")
    put("his", due="2024-01-01", owner="bob")
    put("done", due="2024-01-01", owner="alice", status="done")
    found = due(graph, user="alice", until=TODAY, limit=10)
    assert [one.uid for one in found] == ["late", "today"]
    assert [one[:2] for one in found[1].about] == [["account", "acme"], ["contact", "ada"]]
    assert [one.uid for one in due(graph, user="alice", until=TODAY, limit=1)] == ["late"]
    assert due(graph.seen_by(Sight(tasks=())), user="alice", until=TODAY, limit=9) == []

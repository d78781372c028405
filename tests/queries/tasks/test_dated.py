from __future__ import annotations

from datetime import date

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.tasks.dated import dated

from .conftest import Put

SINCE, UNTIL = date(2024, 6, 1), date(2024, 7, 1)


def test_a_span_has_its_first_day_and_not_the_one_behind_it(graph: Graph, put: Put) -> None:
    put("first", "ada", due="2024-06-01", owner="alice", due_time="09:30")
    put("last", due="2024-06-30", owner="alice")
    put("before", due="2024-05-31", owner="alice")
    put("behind", due="2024-07-01", owner="alice", repeats="week")
    put("his", due="2024-06-03", owner="bob")
    put("never", owner="alice")
    found = dated(graph, user="alice", since=SINCE, until=UNTIL, limit=9)
    assert [(one.uid, one.due_time) for one in found] == [("first", "09:30"), ("last", None)]
    assert [one[:3] for one in found[0].about] == [["contact", "ada", "Ada"]]
    assert [one.uid for one in dated(graph, user="alice", since=SINCE, until=UNTIL, limit=1)] == ["first"]
    assert dated(graph.seen_by(Sight(tasks=())), user="alice", since=SINCE, until=UNTIL, limit=9) == []


def test_what_repeats_may_be_due_in_it_and_what_is_closed_is_asked_for(graph: Graph, put: Put) -> None:
    put("weekly", due="2024-05-03", owner="alice", repeats="week", every=2)
    put("was-weekly", due="2024-05-03", owner="alice", repeats="week", status="done")
    put("done", due="2024-06-03", owner="alice", status="done")
    put("dropped", due="2024-06-03", owner="alice", status="dropped")
    put("gone", due="2024-06-03", owner="alice", deleted_at=date(2024, 6, 2))
    assert [one.uid for one in dated(graph, user="alice", since=SINCE, until=UNTIL, limit=9)] == ["weekly"]
    found = dated(graph, user="alice", since=SINCE, until=UNTIL, closed=["done"], limit=9)
    assert [(one.uid, one.status) for one in found] == [("weekly", "open"), ("done", "done")]


def test_hidden_fields_are_not_told(graph: Graph, put: Put) -> None:
    put("one", due="2024-06-03", owner="alice", description="secret", kind="call")
    hiding = graph.seen_by(Sight(hidden=frozenset({"task.description", "task.kind"})))
    (found,) = dated(hiding, user="alice", since=SINCE, until=UNTIL, limit=9)
    assert (found.description, found.kind) == (None, None)

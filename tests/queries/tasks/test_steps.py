from __future__ import annotations

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.tasks.steps import steps

from .conftest import Put


def test_what_is_due_first_comes_first_and_what_is_due_on_no_day_last(graph: Graph, put: Put) -> None:
    put("later", "ada", due="2024-07-01")
    put("noon", "ada", due="2024-05-01", due_time="12:00", owner="bob")
    put("day", "ada", due="2024-05-01")
    put("some", "ada")
    put("done", "ada", due="2024-01-01", status="done")
    put("other", "acme", due="2024-01-01")
    found = steps(graph, label="Contact", uid="ada")
    assert [one.uid for one in found] == ["noon", "day", "later", "some"]
    assert (found[0].owner_name, found[1].owner_name) == ("Bob", None)
    assert [one.uid for one in steps(graph, label="Contact", uid="ada", limit=1)] == ["noon"]
    assert [one.uid for one in steps(graph, label="Account", uid="acme")] == ["other"]


def test_those_of_others_are_not_shown(graph: Graph, put: Put) -> None:
    put("his", "lea", owner="bob"), put("hers", "lea", owner="alice"), put("nobodys", "lea")
    seen = graph.seen_by(Sight(tasks=("", "alice")))
    assert [one.uid for one in steps(seen, label="Lead", uid="lea")] == ["hers", "nobodys"]
    assert steps(graph.seen_by(Sight(leads=())), label="Lead", uid="lea") == []

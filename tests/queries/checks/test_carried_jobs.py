from __future__ import annotations

from worlds.build import account, contact, job

from graphcrm.graph import Graph
from graphcrm.queries.checks.carried_jobs import carried_jobs


def test_the_jobs_that_were_carried_over_come_with_all_that_they_say(graph: Graph) -> None:
    account(graph, "A1")
    contact(graph, "C1")
    job(graph, "C1", "A1", uid="J1")
    assert carried_jobs(graph, contacts=["C1"], limit=10) == []
    job(graph, "C1", "A1", uid="J1~A1", carried_from="J1", title="CTO")
    (found,) = carried_jobs(graph, contacts=["C1", "C2"], limit=10)
    assert (found.contact, found.account, found.props["uid"], found.props["title"]) == ("C1", "A1", "J1~A1", "CTO")

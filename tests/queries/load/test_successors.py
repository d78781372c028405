from __future__ import annotations

from worlds.build import account, contact, job, link

from graphcrm.graph import Graph
from graphcrm.queries.load.successors import successors


def test_the_successors_of_jobs_and_of_accounts_are_those_one_step_on(graph: Graph):
    for uid in ("A", "B", "C", "D"):
        account(graph, uid)
    contact(graph, "P1")
    job(graph, "P1", "A")
    job(graph, "P1", "C", carried_from="W")
    link(graph, "SUCCEEDED_BY", "A", "B")
    link(graph, "SUCCEEDED_BY", "B", "C")
    link(graph, "SUCCEEDED_BY", "C", "D")
    link(graph, "PARTNER_OF", "A", "D")
    assert successors(graph, contacts=["P1"], accounts=[]) == ["B"]
    assert successors(graph, contacts=[], accounts=["B", "C"]) == ["C", "D"]
    assert successors(graph, contacts=["P1"], accounts=["D"]) == ["B"]
    assert successors(graph, contacts=[], accounts=[]) == []

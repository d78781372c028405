from __future__ import annotations

from worlds.build import account, contact, job, link

from graphcrm.graph import Graph
from graphcrm.queries.load.contacts_at import contacts_at


def test_everybody_who_ever_had_a_job_there_or_at_a_predecessor_is_found_once(graph: Graph):
    for uid in ("A", "B", "before", "long before"):
        account(graph, uid)
    for uid in ("P1", "P2", "P3", "P4", "P5"):
        contact(graph, uid)
    job(graph, "P1", "A", end="2010")
    job(graph, "P1", "A", start="2015")
    job(graph, "P2", "A", carried_from="W")
    job(graph, "P3", "B")
    job(graph, "P4", "before")
    job(graph, "P5", "long before")
    link(graph, "SUCCEEDED_BY", "before", "A")
    link(graph, "SUCCEEDED_BY", "long before", "before")
    assert sorted(contacts_at(graph, accounts=["A", "nowhere"])) == ["P1", "P2", "P4"]
    assert contacts_at(graph, accounts=[]) == []

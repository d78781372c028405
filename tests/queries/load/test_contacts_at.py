from __future__ import annotations

from worlds.build import account, contact, job

from graphcrm.graph import Graph
from graphcrm.queries.load.contacts_at import contacts_at


def test_everybody_who_ever_had_a_job_there_is_found_once(graph: Graph):
    account(graph, "A")
    account(graph, "B")
    for uid in ("P1", "P2", "P3"):
        contact(graph, uid)
    job(graph, "P1", "A", end="2010")
    job(graph, "P1", "A", start="2015")
    job(graph, "P2", "A", carried_from="W")
    job(graph, "P3", "B")
    assert sorted(contacts_at(graph, accounts=["A", "nowhere"])) == ["P1", "P2"]
    assert contacts_at(graph, accounts=[]) == []

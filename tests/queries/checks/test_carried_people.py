from __future__ import annotations

from worlds.build import account, contact, job, link

from graphcrm.graph import Graph
from graphcrm.queries.checks.carried_people import carried_people


def test_whoever_works_where_an_account_was_succeeded_or_has_a_carried_job_is_named(graph: Graph) -> None:
    for uid in ("A1", "A2", "A3"):
        account(graph, uid)
    for uid in ("C1", "C2", "C3"):
        contact(graph, uid)
    job(graph, "C1", "A1")
    job(graph, "C2", "A3")
    job(graph, "C3", "A3", carried_from="gone")
    assert carried_people(graph, limit=10) == ["C3"]
    link(graph, "SUCCEEDED_BY", "A1", "A2")
    assert carried_people(graph, limit=10) == ["C1", "C3"]
    assert carried_people(graph, limit=1) == ["C1"]

from __future__ import annotations

import pytest
from worlds.build import account, contact, job

from graphcrm.graph import Graph
from graphcrm.queries.checks.finding import Found
from graphcrm.queries.checks.rival_jobs import rival_jobs


@pytest.mark.parametrize(
    ("start", "end", "primary", "rivals"),
    [
        ("2021-05-31", None, True, True),
        ("2021-06-01", None, True, False),  # stints that only touch share no day
        ("2021-05-31", None, False, False),
        ("2021", None, True, False),  # possibly on one day, not certainly
        (None, "2020-01-02", True, False),  # of unknown start: nothing of it is certain
    ],
)
def test_two_primary_jobs_that_share_a_certain_day_are_named(
    graph: Graph, start: str | None, end: str | None, primary: bool, rivals: bool
) -> None:
    contact(graph, "C1")
    for uid in ("A1", "A2"):
        account(graph, uid)
    job(graph, "C1", "A1", start="2020-01-01", end="2021-06-01", uid="J1", primary=True)
    job(graph, "C1", "A2", start=start, end=end, uid="J2", primary=primary)
    found = [Found(["Contact C1", "J1", "J2"], "both are the primary job on one day")]
    assert rival_jobs(graph, limit=10) == (found if rivals else [])

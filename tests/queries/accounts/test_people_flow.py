from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from worlds.build import TODAY, account, contact, job, owned, user

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.accounts.people_flow import Flow, people_flow


@pytest.fixture
def acme(graph: Graph) -> Graph:
    """Ann and Bo came from Beta; Bo went on to Gamma on 1 June 2021. Cy was always at Acme."""
    for uid in ("acme", "beta", "gamma"):
        account(graph, uid, uid.title())
    for uid in ("ann", "bo"):
        contact(graph, uid)
        job(graph, uid, "beta", start="2015", end="2019-12-01")
    job(graph, "ann", "acme", start="2020-01-01")
    job(graph, "bo", "acme", start="2020-01-01", end="2021-06-01")
    job(graph, "bo", "gamma", start="2021-06-01")
    contact(graph, "cy")
    job(graph, "cy", "acme", start="2010")
    return graph


def flow(graph: Graph, on: date = TODAY, **asked: Any) -> Flow:
    return people_flow(graph, **{"account": "acme", "on": on, **asked})


def test_nobody_flows_at_an_empty_or_unknown_account(graph: Graph) -> None:
    account(graph, "acme")
    assert flow(graph) == flow(graph, account="nowhere") == Flow(0, 0, [], [])


def test_where_they_came_from_and_went_to_is_counted(acme: Graph) -> None:
    assert flow(acme) == Flow(3, 3, [["beta", "Beta", 2]], [["gamma", "Gamma", 1]])


@pytest.mark.parametrize(
    ("on", "came", "went"),
    [(date(2019, 12, 31), 0, 0), (date(2020, 1, 1), 2, 0), (date(2021, 5, 31), 2, 0), (date(2021, 6, 1), 2, 1)],
)
def test_a_day_on_each_boundary(acme: Graph, on: date, came: int, went: int) -> None:
    found = flow(acme, on)
    assert (sum(end[2] for end in found.sources), sum(end[2] for end in found.targets)) == (came, went)


def test_seats_on_boards_and_jobs_kept_for_more_than_three_months_are_no_flow(acme: Graph) -> None:
    acme.write("MATCH ()-[w:WORKS_AT]->(:Account {uid: 'gamma'}) SET w.kind = 'board'")
    assert flow(acme).targets == []
    acme.write(
        "MATCH ()-[w:WORKS_AT]->(:Account {uid: 'beta'}) SET w.end_min = date('2020-04-03'), w.end_max = date('2020-04-03')"
    )
    assert flow(acme).sources == []


def test_of_too_many_people_those_who_came_last_are_looked_at(acme: Graph) -> None:
    assert flow(acme, most=1) == Flow(1, 3, [["beta", "Beta", 1]], [])
    assert flow(acme, limit=0).sources == []


def test_what_may_not_be_seen_is_not_there(acme: Graph) -> None:
    user(acme, "alice")
    user(acme, "charlie")
    owned(acme, "bo", "alice")
    charlie = acme.seen_by(Sight(accounts=("", "charlie"), contacts=("", "charlie")))
    assert flow(charlie) == Flow(2, 2, [["beta", "Beta", 1]], [])
    owned(acme, "beta", "alice")
    assert flow(charlie).sources == []

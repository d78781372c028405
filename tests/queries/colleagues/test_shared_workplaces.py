from __future__ import annotations

from datetime import date

import pytest
from worlds.build import TODAY, account, contact, job

from graphcrm.graph import Graph
from graphcrm.queries.colleagues.shared_workplaces import shared_workplaces

EVERYTHING = 10**9


@pytest.fixture
def three(graph: Graph) -> Graph:
    """Ann, Bo and Cy; Ann and Bo at Acme, Bo and Cy at Beta, all by turns at Freelance."""
    account(graph, "acme", "Acme")
    account(graph, "beta", "Beta")
    account(graph, "freelance", "Freelance", placeholder=True)
    for uid in ("ann", "bo", "cy"):
        contact(graph, uid)
        job(graph, uid, "freelance", start="2001")
    job(graph, "ann", "acme", start="2015-01-01", end="2020-01-01", uid="ann-1")
    job(graph, "bo", "acme", start="2018-01-01", end="2019-01-01", department="Sales", uid="bo-1")
    job(graph, "bo", "beta", start="2019-01-01", uid="bo-2")
    job(graph, "cy", "beta", start="2020", uid="cy-1")
    return graph


def found(
    graph: Graph, *pairs: tuple[str, str], on: date = TODAY, cap: int = EVERYTHING
) -> set[tuple[str, str, str, int]]:
    rows = shared_workplaces(graph, pairs=list(pairs), on=on, cap=cap, limit=EVERYTHING)
    return {(row.contact, row.colleague, row.account, row.stints) for row in rows}


def test_no_pairs_share_nothing(three: Graph) -> None:
    assert found(three) == set()
    assert found(three, ("ann", "nobody"), ("nobody", "ann")) == set()


def test_each_pair_has_the_accounts_both_worked_at(three: Graph) -> None:
    pairs = [("ann", "bo"), ("bo", "ann"), ("bo", "cy"), ("ann", "cy")]
    assert found(three, *pairs) == {("ann", "bo", "acme", 2), ("bo", "ann", "acme", 2), ("bo", "cy", "beta", 2)}


def test_the_stints_of_both_come_with_bounds_department_and_uid(three: Graph) -> None:
    job(three, "bo", "acme", start="2022", ended=True, verified_on=date(2023, 2, 3), uid="bo-3")
    (row,) = shared_workplaces(three, pairs=[("ann", "bo")], on=TODAY, cap=EVERYTHING, limit=9)
    assert [tuple(stint) for stint in row.mine] == [
        ("2015-01-01", "2015-01-01", "2020-01-01", "2020-01-01", None, "ann-1")
    ]
    assert {tuple(stint) for stint in row.theirs} == {
        ("2018-01-01", "2018-01-01", "2019-01-01", "2019-01-01", "Sales", "bo-1"),
        ("2022-01-01", "2022-12-31", "2022-12-31", "2023-02-03", None, "bo-3"),
    }


def test_stints_that_begin_after_the_day_are_not_seen(three: Graph) -> None:
    assert found(three, ("bo", "cy"), on=date(2019, 12, 31)) == set()
    assert found(three, ("bo", "cy"), on=date(2020, 1, 1)) == {("bo", "cy", "beta", 2)}


def test_accounts_with_more_stints_than_the_cap_are_left_out(three: Graph) -> None:
    job(three, "cy", "acme", start="2000", end="2001")
    assert found(three, ("ann", "bo"), ("bo", "cy"), cap=2) == {("bo", "cy", "beta", 2)}


def test_the_limit_cuts(three: Graph) -> None:
    pairs = [("ann", "bo"), ("bo", "cy")]
    assert len(shared_workplaces(three, pairs=pairs, on=TODAY, cap=EVERYTHING, limit=1)) == 1

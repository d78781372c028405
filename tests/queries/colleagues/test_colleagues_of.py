from __future__ import annotations

from datetime import date

import pytest
from worlds.build import TODAY, account, contact, job

from graphcrm.graph import Graph
from graphcrm.queries.colleagues.colleagues_of import colleagues_of

EVERYTHING = 10**9


@pytest.fixture
def acme(graph: Graph) -> Graph:
    """Ann at Acme [2015-01-01, 2020-01-01); Bo, Cy and Di stand by, with no jobs yet."""
    account(graph, "acme", "Acme", employee_count=300, size_band="201-500")
    account(graph, "beta", "Beta")
    for uid in ("ann", "bo", "cy", "di"):
        contact(graph, uid, uid.title())
    job(graph, "ann", "acme", start="2015-01-01", end="2020-01-01", department="Sales", uid="ann-1")
    return graph


def pairs(
    graph: Graph, of: str = "ann", *, at: str | None = None, on: date = TODAY, cap: int = EVERYTHING
) -> set[tuple[str, str]]:
    rows = colleagues_of(graph, contact=of, account=at, on=on, cap=cap, limit=EVERYTHING)
    assert len({(row.colleague, row.account) for row in rows}) == len(rows)
    return {(row.colleague, row.account) for row in rows}


def test_nobody_else_and_nobody_at_all_have_no_colleagues(acme: Graph) -> None:
    assert pairs(acme) == set()
    assert pairs(acme, "nobody") == set()


def test_a_colleague_comes_with_all_stints_of_both(acme: Graph) -> None:
    job(acme, "bo", "acme", start="2016", end="2017-06", uid="bo-1")
    job(acme, "bo", "acme", start="2018-01-01", department="Research", uid="bo-2")
    (row,) = colleagues_of(acme, contact="ann", account=None, on=TODAY, cap=EVERYTHING, limit=9)
    assert (row.contact_name, row.colleague_name, row.account_name) == ("Ann", "Bo", "Acme")
    assert (row.employee_count, row.size_band, row.stints) == (300, "201-500", 3)
    assert [list(stint) for stint in row.mine] == [
        ["2015-01-01", "2015-01-01", "2020-01-01", "2020-01-01", "Sales", "ann-1"]
    ]
    assert {tuple(stint) for stint in row.theirs} == {
        ("2016-01-01", "2016-12-31", "2017-06-01", "2017-07-01", None, "bo-1"),
        ("2018-01-01", "2018-01-01", "9999-12-31", "9999-12-31", "Research", "bo-2"),
    }


def test_stints_that_only_touch_make_no_colleagues(acme: Graph) -> None:
    job(acme, "bo", "acme", start="2020-01-01")
    job(acme, "cy", "acme", start="2010-01-01", end="2015-01-01")
    job(acme, "di", "acme", start="2019-12-31")
    assert pairs(acme) == {("di", "acme")}


def test_two_stints_of_one_person_do_not_make_them_their_own_colleague(acme: Graph) -> None:
    job(acme, "ann", "acme", start="2014-01-01", end="2018-01-01")
    job(acme, "ann", "acme", start="2022-01-01")
    assert pairs(acme) == set()


def test_a_return_meets_those_of_both_times_and_a_stranger_between_drops_out_when_weighed(acme: Graph) -> None:
    job(acme, "ann", "acme", start="2022-01-01")
    job(acme, "bo", "acme", start="2023-01-01")
    job(acme, "cy", "acme", start="2014-01-01", end="2016-01-01")
    job(acme, "di", "beta", start="2014-01-01")
    assert pairs(acme) == {("bo", "acme"), ("cy", "acme")}
    assert pairs(acme, "bo") == {("ann", "acme")}


def test_a_placeholder_is_never_a_shared_workplace(acme: Graph) -> None:
    account(acme, "freelance", placeholder=True)
    for uid in ("ann", "bo"):
        job(acme, uid, "freelance", start="2010-01-01")
    assert pairs(acme) == set()


def test_only_the_account_asked_for_is_looked_at(acme: Graph) -> None:
    job(acme, "ann", "beta", start="2020-01-01")
    job(acme, "bo", "beta", start="2021-01-01")
    job(acme, "cy", "acme", start="2016-01-01")
    assert pairs(acme) == {("bo", "beta"), ("cy", "acme")}
    assert pairs(acme, at="beta") == {("bo", "beta")}
    assert pairs(acme, at="nowhere") == set()


def test_accounts_with_more_stints_than_the_cap_are_left_out(acme: Graph) -> None:
    job(acme, "bo", "acme", start="2016-01-01")
    assert pairs(acme, cap=2) == {("bo", "acme")}
    assert pairs(acme, cap=1) == set()


def test_stints_that_begin_after_the_day_are_not_seen(acme: Graph) -> None:
    job(acme, "bo", "acme", start="2016-05-01")
    assert pairs(acme, on=date(2016, 4, 30)) == set()
    assert pairs(acme, on=date(2016, 5, 2)) == {("bo", "acme")}


def test_stints_of_unknown_start_are_compared_by_their_bounds(acme: Graph) -> None:
    job(acme, "bo", "acme", end="2015-01-01")
    job(acme, "cy", "acme", end="2015")
    job(acme, "di", "acme", ended=True, verified_on=date(2015, 1, 2))
    assert pairs(acme) == {("cy", "acme"), ("di", "acme")}


def test_the_limit_cuts(acme: Graph) -> None:
    for uid in ("bo", "cy", "di"):
        job(acme, uid, "acme", start="2016-01-01")
    assert len(colleagues_of(acme, contact="ann", account=None, on=TODAY, cap=EVERYTHING, limit=2)) == 2

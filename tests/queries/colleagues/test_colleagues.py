from __future__ import annotations

from datetime import date

import pytest
from worlds.build import TODAY, account, contact, job

from graphcrm.graph import Graph
from graphcrm.queries.colleagues.colleagues import colleagues, key


@pytest.fixture
def acme(graph: Graph) -> Graph:
    """Ann at Acme since 2015, with five who came later and later: p0 in 2016 … p4 in 2020."""
    account(graph, "acme", "Acme")
    contact(graph, "ann")
    job(graph, "ann", "acme", start="2015-01-01")
    for n in range(5):
        contact(graph, f"p{n}")
        job(graph, f"p{n}", "acme", start=f"{2016 + n}-01-01")
    return graph


def names(graph: Graph, **asked: object) -> list[str]:
    return [person.colleague for person in colleagues(graph, contact="ann", on=TODAY, **asked).people]


def test_nobody_has_no_colleagues(graph: Graph) -> None:
    found = colleagues(graph, contact="nobody", on=TODAY)
    assert (found.people, found.found, found.more) == ([], 0, False)


def test_the_strongest_come_first(acme: Graph) -> None:
    assert names(acme) == ["p0", "p1", "p2", "p3", "p4"]


def test_equals_are_ordered_by_uid(graph: Graph) -> None:
    account(graph, "acme")
    for uid in ("ann", "x2", "x1", "x3"):
        contact(graph, uid)
        job(graph, uid, "acme", start="2020-01-01")
    assert names(graph) == ["x1", "x2", "x3"]


def test_pages_follow_each_other_and_say_so(acme: Graph) -> None:
    first = colleagues(acme, contact="ann", on=TODAY, limit=2)
    second = colleagues(acme, contact="ann", on=TODAY, limit=2, after=key(first.people[-1]))
    third = colleagues(acme, contact="ann", on=TODAY, limit=2, after=key(second.people[-1]))
    listed = [person.colleague for page in (first, second, third) for person in page.people]
    assert listed == names(acme)
    assert [page.more for page in (first, second, third)] == [True, True, False]
    assert [page.found for page in (first, second, third)] == [5, 5, 5]


def test_they_are_counted_by_account_each_once_an_account(acme: Graph) -> None:
    account(acme, "beta", "Beta")
    for uid in ("ann", "p0"):
        job(acme, uid, "beta", start="2010-01-01", end="2011-01-01")
        job(acme, uid, "beta", start="2012-01-01", end="2013-01-01")
    assert colleagues(acme, contact="ann", on=TODAY, limit=1).by_account == {"acme": 5, "beta": 1}


def test_one_account_can_be_asked_for(acme: Graph) -> None:
    assert names(acme, account="acme") == names(acme)
    assert names(acme, account="elsewhere") == []


def test_max_unit_leaves_out_large_accounts_and_zero_none(acme: Graph) -> None:
    assert len(names(acme, max_unit=6)) == 5
    assert names(acme, max_unit=5) == []
    assert len(names(acme, max_unit=0)) == 5


def test_as_of_a_day_only_who_had_come_before_is_a_colleague(acme: Graph) -> None:
    found = colleagues(acme, contact="ann", on=date(2018, 1, 1))
    assert [person.colleague for person in found.people] == ["p0", "p1"]

from __future__ import annotations

from datetime import date

import pytest
from worlds.build import TODAY, account, contact, job, owned, user

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.accounts.staff import Member, staff


@pytest.fixture
def acme(graph: Graph) -> Graph:
    """At Acme: Zed decides, Bea buys, Ann is an engineer, Cy has no role; Dot bought until 15 June 2020, now at Beta."""
    account(graph, "acme", "Acme")
    account(graph, "beta", "Beta")
    for uid, role in (("zed", "decision_maker"), ("bea", "buyer"), ("ann", "other"), ("cy", None)):
        contact(graph, uid, uid.title())
        job(graph, uid, "acme", start="2015-01-01", role=role, title="Head")
    contact(graph, "dot", "Dot", other_names=["Dorothea Ångström"])
    job(graph, "dot", "acme", start="2015-01-01", end="2020-06-15", role="buyer")
    job(graph, "dot", "beta", start="2020-06-15", title="Boss")
    return graph


def listed(graph: Graph, status: str = "current", on: date = TODAY, **asked: object) -> list[str]:
    return [row.person.contact for row in staff(graph, **{"account": "acme", "status": status, "on": on, **asked})]


def test_nobody_is_at_an_empty_or_unknown_account(graph: Graph) -> None:
    account(graph, "empty")
    assert staff(graph, account="empty", on=TODAY) == []
    assert staff(graph, account="nowhere", on=TODAY) == []


def test_those_who_decide_come_first_then_by_name(acme: Graph) -> None:
    assert listed(acme) == ["zed", "bea", "ann", "cy"]
    assert listed(acme, "former") == ["dot"]
    assert listed(acme, "all") == ["zed", "bea", "ann", "cy", "dot"]


def test_all_are_counted_on_every_page_and_a_page_goes_on_where_the_last_one_ended(acme: Graph) -> None:
    seen: list[Member] = []
    while page := staff(
        acme, account="acme", status="current", on=TODAY, after=seen[-1].key if seen else None, limit=3
    ):
        assert {row.total for row in page} == {4}
        seen += page
    assert [row.person.contact for row in seen] == ["zed", "bea", "ann", "cy"]


def test_both_kinds_have_a_page_each(acme: Graph) -> None:
    rows = staff(acme, account="acme", on=TODAY, limit=1)
    assert {(row.person.contact, row.total) for row in rows} == {("zed", 4), ("dot", 1)}


@pytest.mark.parametrize(
    ("on", "current", "former"),
    [
        (date(2014, 12, 31), [], []),
        (date(2015, 1, 1), ["zed", "bea", "dot", "ann", "cy"], []),
        (date(2020, 6, 14), ["zed", "bea", "dot", "ann", "cy"], []),
        (date(2020, 6, 15), ["zed", "bea", "ann", "cy"], ["dot"]),
    ],
)
def test_a_day_on_each_boundary(acme: Graph, on: date, current: list[str], former: list[str]) -> None:
    assert (listed(acme, on=on), listed(acme, "former", on=on)) == (current, former)


def test_the_role_of_today_counts_for_who_is_there(acme: Graph) -> None:
    job(acme, "ann", "acme", start="2010", end="2014", role="decision_maker")
    assert listed(acme)[:2] == ["zed", "bea"]
    job(acme, "cy", "acme", start="2020", role="decision_maker")
    assert listed(acme)[:2] == ["cy", "zed"]
    assert listed(acme, on=date(2019, 1, 1))[0] == "zed"


@pytest.mark.parametrize(("name", "found"), [("Be", ["bea"]), ("ÅNG", ["dot"]), ("x", [])])
def test_a_name_leaves_those_who_are_called_so(acme: Graph, name: str, found: list[str]) -> None:
    assert listed(acme, "all", name=name) == found


def test_each_comes_with_jobs_there_and_where_they_are(acme: Graph) -> None:
    acme.write("MATCH (c:Contact {uid: 'dot'}) SET c.do_not_contact = true")
    (row,) = staff(acme, account="acme", status="former", on=TODAY)
    assert (row.person.do_not_contact, row.rank) == (True, 1)
    assert [(stint.end, stint.current) for stint in row.person.jobs] == [("2020-06-15", False)]
    assert row.person.now == [("beta", "Beta", "Boss")]


def test_what_may_not_be_seen_is_not_there(acme: Graph) -> None:
    user(acme, "alice")
    user(acme, "charlie")
    owned(acme, "zed", "alice")
    owned(acme, "beta", "alice")
    charlie = acme.seen_by(Sight(accounts=("", "charlie"), contacts=("", "charlie")))
    rows = staff(charlie, account="acme", on=TODAY)
    assert [row.person.contact for row in rows] == ["bea", "ann", "cy", "dot"]
    assert [row.total for row in rows] == [3, 3, 3, 1]
    assert rows[-1].person.now == []
    owned(acme, "acme", "alice")
    assert staff(charlie, account="acme", on=TODAY) == []

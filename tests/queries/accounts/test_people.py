from __future__ import annotations

from datetime import date

import pytest
from worlds.build import TODAY, account, contact, job
from worlds.counted import Counted

from graphcrm.graph import Graph
from graphcrm.queries.accounts.people import people


@pytest.fixture
def acme(graph: Graph) -> Graph:
    """Acme and Beta.  ann at Acme since 2015;  bo at Acme [2015-01-01, 2020-06-15), then at Beta."""
    account(graph, "acme", "Acme")
    account(graph, "beta", "Beta")
    for uid in ("ann", "bo", "cy"):
        contact(graph, uid, uid.title())
    job(graph, "ann", "acme", start="2015", title="Engineer", uid="ann-1")
    job(graph, "bo", "acme", start="2015-01-01", end="2020-06-15", title="Buyer", uid="bo-1")
    job(graph, "bo", "beta", start="2020-06-15", title="Head of Buying", uid="bo-2")
    return graph


def listed(graph: Graph, status: str = "current", on: date = TODAY, at: str = "acme") -> set[tuple[str, bool]]:
    return {(person.contact, person.current) for person in people(graph, account=at, status=status, on=on)}


def test_an_account_without_people_and_an_unknown_one_have_none(acme: Graph) -> None:
    account(acme, "empty")
    assert listed(acme, "all", at="empty") == set()
    assert listed(acme, "all", at="nowhere") == set()


def test_people_are_current_former_or_all(acme: Graph) -> None:
    assert listed(acme) == {("ann", True)}
    assert listed(acme, "former") == {("bo", False)}
    assert listed(acme, "all") == {("ann", True), ("bo", False)}
    assert [person.contact for person in people(acme, account="acme", on=TODAY)] == ["ann"], "current by default"


def test_whether_they_asked_not_to_be_contacted_is_told(acme: Graph) -> None:
    acme.write("MATCH (c:Contact {uid: 'bo'}) SET c.do_not_contact = true")
    found = people(acme, account="acme", status="all", on=TODAY)
    assert {person.contact: person.do_not_contact for person in found} == {"ann": False, "bo": True}


def test_a_former_person_comes_with_where_they_are_now(acme: Graph) -> None:
    (bo,) = people(acme, account="acme", status="former", on=TODAY)
    assert bo.name == "Bo"
    assert bo.now == [("beta", "Beta", "Head of Buying")]
    assert [(stint.uid, stint.title, stint.end, stint.current, stint.certain) for stint in bo.jobs] == [
        ("bo-1", "Buyer", "2020-06-15", False, False)
    ]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2014-12-31", set()),
        ("2015-01-01", {("ann", True), ("bo", True)}),
        ("2020-06-14", {("ann", True), ("bo", True)}),
        ("2020-06-15", {("ann", True), ("bo", False)}),
    ],
)
def test_the_first_day_counts_and_the_end_day_does_not(acme: Graph, on: str, expected: set[tuple[str, bool]]) -> None:
    assert listed(acme, "all", date.fromisoformat(on)) == expected


def test_within_a_partial_date_somebody_is_possibly_there(acme: Graph) -> None:
    (ann,) = (p for p in people(acme, account="acme", on=date(2015, 3, 1)) if p.contact == "ann")
    assert [(stint.current, stint.certain) for stint in ann.jobs] == [(True, False)]
    (ann,) = (p for p in people(acme, account="acme", on=date(2016, 1, 1)) if p.contact == "ann")
    assert [(stint.current, stint.certain) for stint in ann.jobs] == [(True, True)]


def test_as_of_a_day_nothing_later_is_seen(acme: Graph) -> None:
    (bo,) = (p for p in people(acme, account="acme", on=date(2018, 1, 1)) if p.contact == "bo")
    assert (bo.current, bo.now) == (True, [])


def test_somebody_who_came_back_is_current_with_both_stints_the_latest_first(acme: Graph) -> None:
    job(acme, "bo", "acme", start="2023-01-01", title="Director", uid="bo-3", primary=True)
    (bo,) = (p for p in people(acme, account="acme", on=TODAY) if p.contact == "bo")
    assert [(stint.uid, stint.current, stint.primary) for stint in bo.jobs] == [
        ("bo-3", True, True),
        ("bo-1", False, False),
    ]
    assert listed(acme, "former") == set()


def test_the_main_job_elsewhere_comes_first(acme: Graph) -> None:
    for uid, start, main in (("p", "2016", False), ("q", "2010", True), ("r", "2018", False)):
        account(acme, uid, uid.upper())
        job(acme, "ann", uid, start=start, primary=main)
    (ann,) = people(acme, account="acme", on=TODAY)
    assert [uid for uid, _, _ in ann.now] == ["q", "r", "p"]


def test_people_of_unknown_dates_are_there_until_somebody_says_otherwise(acme: Graph) -> None:
    job(acme, "cy", "acme", uid="cy-1")
    assert ("cy", True) in listed(acme, "all", date(1990, 1, 1))
    acme.write("MATCH ()-[w:WORKS_AT {uid: 'cy-1'}]->() DELETE w")
    job(acme, "cy", "acme", ended=True, verified_on=date(2010, 5, 1))
    assert listed(acme, "all", date(2010, 4, 30)) == {("cy", True)}
    assert ("cy", False) in listed(acme, "all", date(2010, 5, 1))


def test_a_placeholder_has_people_like_any_account(acme: Graph) -> None:
    account(acme, "freelance", placeholder=True)
    job(acme, "cy", "freelance", start="2020")
    assert listed(acme, at="freelance") == {("cy", True)}


def test_pages_follow_each_other_by_uid(acme: Graph) -> None:
    job(acme, "cy", "acme", start="2020")
    first = people(acme, account="acme", status="all", on=TODAY, limit=2)
    second = people(acme, account="acme", status="all", on=TODAY, limit=2, after=first[-1].contact)
    assert [person.contact for person in (*first, *second)] == ["ann", "bo", "cy"]


def test_more_people_are_no_more_round_trips(acme: Graph) -> None:
    counted = Counted(acme)
    assert len(people(counted, account="acme", status="all", on=TODAY, limit=1)) == 1
    assert len(people(counted, account="acme", status="all", on=TODAY)) == 2
    assert counted.reads == 2


def test_a_person_whom_an_acquisition_brought_comes_with_where_from(acme: Graph) -> None:
    job(acme, "ann", "beta", start="2022", title="Engineer", uid="ann-1~beta", carried_from="ann-1")
    (ann, bo) = people(acme, account="beta", on=TODAY)
    assert [(stint.uid, stint.predecessor) for stint in ann.jobs] == [("ann-1~beta", ["acme", "Acme"])]
    assert [stint.predecessor for stint in bo.jobs] == [None]
    assert ann.now == [("acme", "Acme", "Engineer")]
    (ann,) = people(acme, account="acme", on=TODAY)
    assert ann.now == []

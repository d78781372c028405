from __future__ import annotations

import math
from datetime import date

import pytest
from worlds.build import TODAY, account, contact, job
from worlds.counted import Counted

from graphcrm.graph import Graph
from graphcrm.queries.colleagues.acquaintance import Acquaintance, acquaintances
from graphcrm.queries.colleagues.shared_workplaces import shared_workplaces

DAYS_PER_MONTH = 365.25 / 12


@pytest.fixture
def acme(graph: Graph) -> Graph:
    """Ann at Acme [2015-01-01, 2020-01-01) in Sales; Bo and Cy have no jobs yet. Acme has 200 employees."""
    account(graph, "acme", "Acme", employee_count=200)
    for uid in ("ann", "bo", "cy"):
        contact(graph, uid)
    job(graph, "ann", "acme", start="2015-01-01", end="2020-01-01", department="Sales")
    return graph


def of(graph: Graph, *pairs: tuple[str, str], on: date = TODAY) -> list[Acquaintance]:
    places = shared_workplaces(graph, pairs=list(pairs), on=on, cap=10**9, limit=99)
    return acquaintances(graph, places, on)


def one(graph: Graph, on: date = TODAY) -> Acquaintance:
    (found,) = of(graph, ("ann", "bo"), on=on)
    return found


def weighed(months: float, people: float, years: float, factor: float) -> float:
    """design/04, with the factor of the department."""
    return 0.7 * (1 - math.exp(-months / 18)) * min(1, math.sqrt(50 / people)) * 0.5 ** (years / 5) * factor


def test_no_workplaces_make_no_acquaintances(acme: Graph) -> None:
    assert of(acme) == []
    assert of(acme, ("ann", "bo")) == []


def test_an_overlap_is_weighed_with_size_age_and_department(acme: Graph) -> None:
    job(acme, "bo", "acme", start="2018-01-01", end="2019-01-01")
    found = one(acme)
    years = (TODAY - date(2019, 1, 1)).days / 365.25
    assert math.isclose(found.strength, weighed(365 / DAYS_PER_MONTH, 200, years, 0.7))
    (part,) = found.shared
    assert (part.account_name, part.people) == ("Acme", 200)
    assert part.stretch == (date(2018, 1, 1), date(2019, 1, 1), 365, 365, 365)


def test_people_of_one_department_know_each_other_better(acme: Graph) -> None:
    job(acme, "bo", "acme", start="2018-01-01", end="2019-01-01", department=" sales ")
    found = one(acme)
    years = (TODAY - date(2019, 1, 1)).days / 365.25
    assert (found.shared[0].people, found.shared[0].same_department) == (200, True)
    assert math.isclose(found.strength, weighed(365 / DAYS_PER_MONTH, 200, years, 1))


def test_one_department_at_other_times_is_none(acme: Graph) -> None:
    job(acme, "bo", "acme", start="2018-01-01", end="2019-01-01", department="Research")
    job(acme, "bo", "acme", start="2021-01-01", department="Sales")
    assert not one(acme).shared[0].same_department


def test_a_department_is_the_same_however_it_is_spelt(acme: Graph) -> None:
    acme.write("MATCH ()-[w:WORKS_AT]->() SET w.department = 'Straßenbau'")
    job(acme, "bo", "acme", start="2018-01-01", end="2019-01-01", department="STRASSENBAU")
    assert one(acme).shared[0].same_department


@pytest.mark.parametrize(
    ("end", "strong"), [("2018-01-31", False), ("2018-02-01", True)], ids=["30 days", "31 days, a month and more"]
)
def test_less_than_a_month_is_evidence_without_strength(acme: Graph, end: str, strong: bool) -> None:
    job(acme, "bo", "acme", start="2018-01-01", end=end)
    found = one(acme)
    assert len(found.shared) == 1
    assert (found.strength > 0) is strong


def test_stints_that_only_touch_make_no_acquaintance(acme: Graph) -> None:
    job(acme, "bo", "acme", start="2020-01-01")
    assert of(acme, ("ann", "bo")) == []


def test_stretches_of_a_return_add_their_months_and_count_from_the_latest_end(acme: Graph) -> None:
    job(acme, "bo", "acme", start="2016-01-01", end="2017-01-01")
    job(acme, "bo", "acme", start="2018-01-01", end="2019-01-01")
    found = one(acme)
    years = (TODAY - date(2019, 1, 1)).days / 365.25
    assert [part.stretch.possible_days for part in found.shared] == [366, 365]
    assert math.isclose(found.strength, weighed(731 / DAYS_PER_MONTH, 200, years, 0.7))


def test_of_several_accounts_the_strongest_counts(acme: Graph) -> None:
    account(acme, "beta", "Beta", employee_count=20)
    for uid in ("ann", "bo"):
        job(acme, uid, "beta", start="2021-01-01")
    job(acme, "bo", "acme", start="2018-01-01", end="2019-01-01")
    found = one(acme)
    months = (TODAY - date(2021, 1, 1)).days / DAYS_PER_MONTH
    assert {part.account for part in found.shared} == {"acme", "beta"}
    assert math.isclose(found.strength, weighed(months, 20, 0, 0.7))


def test_an_acquaintance_is_certain_when_every_account_has_certain_days(acme: Graph) -> None:
    account(acme, "beta")
    job(acme, "bo", "acme", start="2018-01-01", end="2019-01-01")
    assert one(acme).certain
    job(acme, "ann", "beta", start="2022", end="2022")
    job(acme, "bo", "beta", start="2022-02", end="2022-09")
    assert not one(acme).certain


def test_an_overlap_of_unknown_start_counts_at_most_a_year(acme: Graph) -> None:
    job(acme, "bo", "acme", end="2019-01-01")
    found = one(acme)
    years = (TODAY - date(2019, 1, 1)).days / 365.25
    assert (found.shared[0].stretch.start, found.shared[0].stretch.possible_days) == (None, None)
    assert not found.certain
    assert math.isclose(found.strength, weighed(12, 200, years, 0.7))


def test_an_overlap_is_cut_at_the_day_and_not_yet_over(acme: Graph) -> None:
    job(acme, "bo", "acme", start="2018-01-01", end="2019-01-01")
    assert of(acme, ("ann", "bo"), on=date(2018, 1, 1)) == []
    (part,) = one(acme, on=date(2018, 7, 1)).shared
    assert part.stretch == (date(2018, 1, 1), None, 181, 181, 181)
    assert math.isclose(one(acme, on=date(2018, 7, 1)).strength, weighed(181 / DAYS_PER_MONTH, 200, 0, 0.7))


@pytest.mark.parametrize(
    ("size", "people"), [({"employee_count": None}, 500), ({"employee_count": None, "size_band": "11-50"}, 30.5)]
)
def test_an_account_without_a_headcount_is_taken_by_its_band_or_for_large(
    acme: Graph, size: dict[str, object], people: float
) -> None:
    acme.write("MATCH (a:Account) SET a += $size", size=size)
    job(acme, "bo", "acme", start="2018-01-01", end="2019-01-01")
    assert one(acme).shared[0].people == people


def test_an_account_of_unknown_size_is_as_large_as_the_people_known_there(acme: Graph) -> None:
    acme.write("MATCH (a:Account) SET a.employee_count = null")
    acme.write(
        "MATCH (a:Account) UNWIND range(1, 600) AS n CREATE (:Contact {uid: 'extra' + n})-[:WORKS_AT {uid: 'w' + n, "
        "start_min: date('2000-01-01'), start_max: date('2000-01-01'), end_min: date('2001-01-01'), "
        "end_max: date('2001-01-01')}]->(a)"
    )
    job(acme, "bo", "acme", start="2018-01-01", end="2019-01-01")
    assert one(acme).shared[0].people == 602


def test_each_pair_is_weighed_by_itself_and_more_pairs_are_no_more_round_trips(acme: Graph) -> None:
    for uid in ("bo", "cy"):
        job(acme, uid, "acme", start="2018-01-01", end="2019-01-01")
    pairs = [("ann", "bo"), ("ann", "cy"), ("bo", "cy")]
    places = shared_workplaces(acme, pairs=pairs, on=TODAY, cap=10**9, limit=99)
    few, many = Counted(acme), Counted(acme)
    assert len(acquaintances(few, places[:1], TODAY)) == 1
    found = acquaintances(many, places, TODAY)
    assert {(pair.contact, pair.colleague, pair.shared[0].people) for pair in found} == {
        ("ann", "bo", 200), ("ann", "cy", 200), ("bo", "cy", 200),
    }  # fmt: skip
    assert few.reads == many.reads == 0, "who weighs has all that it needs, but for crowds of unknown size"

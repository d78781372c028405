from __future__ import annotations

from datetime import date

import pytest
from worlds.build import TODAY, account, contact, job

from graphcrm.dates import OPEN_END, UNKNOWN_START
from graphcrm.graph import Graph
from graphcrm.queries.contacts.jobs import jobs


@pytest.fixture
def ann(graph: Graph) -> Graph:
    """Ann, with no jobs yet, and Acme, Beta and Freelance."""
    contact(graph, "ann")
    for uid in ("acme", "beta"):
        account(graph, uid, uid.title())
    account(graph, "freelance", "Freelance", placeholder=True)
    return graph


def uids(graph: Graph, on: date = TODAY) -> list[str]:
    return [found.uid for found in jobs(graph, contact="ann", on=on)]


def test_nobody_and_somebody_without_jobs_have_no_history(ann: Graph) -> None:
    assert jobs(ann, contact="ann", on=TODAY) == []
    assert jobs(ann, contact="nobody", on=TODAY) == []


def test_a_stint_comes_as_entered_with_its_bounds(ann: Graph) -> None:
    job(
        ann, "ann", "acme", start="2019-05", end="2021-06", uid="w", title="Buyer", department="Purchasing",
        role="buyer", kind="contractor", primary=True, verified_on=date(2022, 1, 1),
    )  # fmt: skip
    (found,) = jobs(ann, contact="ann", on=TODAY)
    assert (found.uid, found.account, found.account_name, found.placeholder) == ("w", "acme", "Acme", False)
    assert (found.title, found.department, found.role, found.kind, found.primary) == (
        "Buyer", "Purchasing", "buyer", "contractor", True,
    )  # fmt: skip
    assert (found.start, found.end, found.end_status, found.verified_on) == (
        "2019-05", "2021-06", "ended", date(2022, 1, 1),
    )  # fmt: skip
    assert found.bounds == (date(2019, 5, 1), date(2019, 5, 31), date(2021, 6, 1), date(2021, 7, 1))


def test_history_is_ordered_by_start_with_unknown_starts_first(ann: Graph) -> None:
    job(ann, "ann", "acme", start="2015-03", uid="c")
    job(ann, "ann", "acme", uid="a")
    job(ann, "ann", "beta", start="2015", end="2016", uid="b")
    job(ann, "ann", "beta", start="2015", end="2017", uid="b2")
    assert uids(ann) == ["a", "b", "b2", "c"]
    first = jobs(ann, contact="ann", on=TODAY)[0]
    assert (first.start, first.start_min, first.end_max) == (None, UNKNOWN_START, OPEN_END)


def test_a_return_to_an_old_employer_is_a_stint_of_its_own(ann: Graph) -> None:
    job(ann, "ann", "acme", start="2010", end="2012", uid="first")
    job(ann, "ann", "beta", start="2012", end="2015", uid="between")
    job(ann, "ann", "acme", start="2015", uid="again")
    assert uids(ann) == ["first", "between", "again"]


@pytest.mark.parametrize(
    ("on", "current", "certain"),
    [
        ("2018-12-31", None, None),
        ("2019-01-01", True, False),
        ("2019-12-31", True, True),
        ("2020-12-31", True, True),
        ("2021-01-01", True, False),
        ("2021-12-31", True, False),
        ("2022-01-01", False, False),
    ],
)
def test_a_stint_is_seen_from_its_first_possible_day_and_current_until_its_last(
    ann: Graph, on: str, current: bool | None, certain: bool | None
) -> None:
    job(ann, "ann", "acme", start="2019", end="2021")
    day = date.fromisoformat(on)
    found = [(stint.current(day), stint.certain(day)) for stint in jobs(ann, contact="ann", on=day)]
    assert found == ([] if current is None else [(current, certain)])


def test_a_placeholder_says_so(ann: Graph) -> None:
    job(ann, "ann", "freelance", start="2020")
    assert [(found.account, found.placeholder) for found in jobs(ann, contact="ann", on=TODAY)] == [("freelance", True)]


def test_a_school_says_so(ann: Graph) -> None:
    account(ann, "tum", "TUM", kind="school")
    job(ann, "ann", "tum", start="2011")
    job(ann, "ann", "acme", start="2015")
    assert [found.account_kind for found in jobs(ann, contact="ann", on=TODAY)] == ["school", None]


def test_the_limit_cuts(ann: Graph) -> None:
    job(ann, "ann", "acme", start="2010", end="2012", uid="first")
    job(ann, "ann", "acme", start="2015", uid="again")
    assert [found.uid for found in jobs(ann, contact="ann", on=TODAY, limit=1)] == ["first"]


def test_pages_are_the_whole_history_even_where_stints_share_their_dates(ann: Graph) -> None:
    for uid, end in (("c", "2020"), ("a", "2020"), ("b", None), ("e", "2019"), ("d", None)):
        job(ann, "ann", "acme", start="2015", end=end, uid=uid, kind="advisor" if uid in "ad" else "employee")
    job(ann, "ann", "beta", uid="f")
    whole, walked, after = uids(ann), [], None
    while page := jobs(ann, contact="ann", on=TODAY, after=after, limit=1):
        walked += [found.uid for found in page]
        after = page[-1].start_min, page[-1].end_max, page[-1].uid
    assert walked == whole == ["f", "e", "a", "c", "b", "d"]


def test_a_job_that_an_acquisition_carried_over_is_none_of_a_career(ann: Graph) -> None:
    job(ann, "ann", "acme", start="2010", uid="w")
    job(ann, "ann", "beta", start="2015", uid="w~beta", carried_from="w")
    assert uids(ann) == ["w"]

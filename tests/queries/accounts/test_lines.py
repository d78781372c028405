from __future__ import annotations

from datetime import date

import pytest
from worlds.build import TODAY, account, contact, job, link, owned, user

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.accounts.lines import lines


@pytest.fixture
def acme(graph: Graph) -> Graph:
    """Ann reports to Bea from 2020 on, both at Acme; Cy is there from 2022, and Dee at Beta."""
    for uid in ("acme", "beta"):
        account(graph, uid, uid.title())
    for uid, at, start in (
        ("ann", "acme", "2015"),
        ("bea", "acme", "2015"),
        ("cy", "acme", "2022-01-01"),
        ("dee", "beta", "2015"),
    ):
        contact(graph, uid, uid.title())
        job(graph, uid, at, start=start)
    link(graph, "REPORTS_TO", "ann", "bea", start="2020-01-01", end="2023-01-01", uid="l1")
    return graph


def told(graph: Graph, on: date = TODAY) -> dict[str, list[str]]:
    return {seat.contact: seat.bosses for seat in lines(graph, account="acme", on=on)}


@pytest.mark.parametrize(
    ("on", "bosses"),
    [(date(2019, 12, 31), []), (date(2020, 1, 1), ["bea"]), (date(2022, 12, 31), ["bea"]), (date(2023, 1, 1), [])],
)
def test_a_line_holds_from_its_first_day_to_the_one_before_its_end(acme: Graph, on: date, bosses: list[str]) -> None:
    assert told(acme, on)["ann"] == bosses


@pytest.mark.parametrize(("on", "there"), [(date(2021, 12, 31), False), (date(2022, 1, 1), True)])
def test_whoever_is_not_there_yet_has_no_place(acme: Graph, on: date, there: bool) -> None:
    assert ("cy" in told(acme, on)) == there


def test_a_boss_elsewhere_is_none_and_the_surest_comes_first(acme: Graph) -> None:
    link(acme, "REPORTS_TO", "cy", "dee", start="2022-01-01", uid="l2")
    assert told(acme)["cy"] == []
    link(acme, "REPORTS_TO", "cy", "ann", start="2022-01-01", uid="l3")
    link(acme, "REPORTS_TO", "cy", "bea", start=str(TODAY.year), uid="l4")  # perhaps not yet
    assert told(acme)["cy"] == ["ann", "bea"]


def test_several_jobs_there_are_one_place_and_a_limit_leaves_the_total(acme: Graph) -> None:
    job(acme, "ann", "acme", start="2016", title="Head", primary=True)
    rows = lines(acme, account="acme", on=date(2022, 6, 1), limit=2)
    assert [(seat.contact, seat.title, seat.total) for seat in rows] == [("ann", "Head", 3), ("bea", None, 3)]
    assert lines(acme, account="nowhere", on=TODAY) == []


def test_who_may_not_be_seen_is_no_boss_and_has_no_place(acme: Graph) -> None:
    user(acme, "me")
    owned(acme, "ann", "me")
    seen = acme.seen_by(Sight(contacts=("me",)))
    assert [(seat.contact, seat.bosses) for seat in lines(seen, account="acme", on=date(2022, 6, 1))] == [("ann", [])]

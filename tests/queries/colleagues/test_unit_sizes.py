from __future__ import annotations

from datetime import date

from worlds.build import TODAY, account, contact, job

from graphcrm.graph import Graph
from graphcrm.queries.colleagues.unit_sizes import unit_sizes


def sizes(graph: Graph, *units: tuple[str, str | None], on: date = TODAY) -> set[tuple[str, str | None, int]]:
    return {(unit.account, unit.department, unit.people) for unit in unit_sizes(graph, units=units, on=on, limit=99)}


def acme(graph: Graph) -> None:
    """Acme: two in Sales, one of them twice, one in Research, one without a department."""
    account(graph, "acme")
    for uid in ("ann", "bo", "cy", "di"):
        contact(graph, uid)
    job(graph, "ann", "acme", start="2010", end="2012", department="Sales")
    job(graph, "ann", "acme", start="2015", department=" SALES ")
    job(graph, "bo", "acme", start="2016-01-01", department="sales")
    job(graph, "cy", "acme", start="2017", department="Research")
    job(graph, "di", "acme", start="2018")


def test_no_units_have_no_sizes_and_unknown_ones_none(graph: Graph) -> None:
    acme(graph)
    assert sizes(graph) == set()
    assert sizes(graph, ("nowhere", None), ("acme", "LEGAL")) == set()


def test_people_of_an_account_and_of_its_departments_are_counted_once(graph: Graph) -> None:
    acme(graph)
    assert sizes(graph, ("acme", None), ("acme", "SALES"), ("acme", "RESEARCH")) == {
        ("acme", None, 4),
        ("acme", "SALES", 2),
        ("acme", "RESEARCH", 1),
    }


def test_who_begins_after_the_day_is_not_counted(graph: Graph) -> None:
    acme(graph)
    assert sizes(graph, ("acme", "SALES"), on=date(2015, 12, 31)) == {("acme", "SALES", 1)}
    assert sizes(graph, ("acme", "SALES"), on=date(2016, 1, 1)) == {("acme", "SALES", 2)}


def test_the_limit_cuts(graph: Graph) -> None:
    acme(graph)
    units = [("acme", None), ("acme", "SALES")]
    assert len(unit_sizes(graph, units=units, on=TODAY, limit=1)) == 1

from __future__ import annotations

from datetime import date

import pytest
from worlds.build import TODAY, account, contact, job

from graphcrm.graph import Graph
from graphcrm.queries.accounts.target_people import target_people


@pytest.fixture
def target(graph: Graph) -> Graph:
    """ann at the target [2020-01-01, 2023-01-01), bo since some day of 2020."""
    account(graph, "target")
    for uid in ("ann", "bo", "cy"):
        contact(graph, uid, uid.title())
    job(
        graph, "ann", "target", start="2020-01-01", end="2023-01-01", title="Buyer", role="buyer",
        verified_on=date(2021, 1, 1),
    )  # fmt: skip
    job(graph, "bo", "target", start="2020", title="Engineer", verified_on=date(2022, 2, 2))
    return graph


def found(graph: Graph, on: date, *people: str) -> set[tuple[object, ...]]:
    rows = target_people(graph, target="target", contacts=people or ("ann", "bo", "cy"), on=on, limit=99)
    return {(row.contact, row.name, *map(tuple, row.jobs)) for row in rows}


def test_nobody_is_found_where_nobody_is_asked_for_or_known(target: Graph) -> None:
    assert target_people(target, target="target", contacts=[], on=TODAY, limit=9) == []
    assert found(target, TODAY, "nobody", "cy") == set()
    assert target_people(target, target="nowhere", contacts=["ann"], on=TODAY, limit=9) == []


def test_each_person_comes_with_title_role_verification_and_certainty(target: Graph) -> None:
    assert found(target, date(2020, 5, 5)) == {
        ("ann", "Ann", ("Buyer", "buyer", date(2021, 1, 1), True)),
        ("bo", "Bo", ("Engineer", None, date(2022, 2, 2), False)),
    }
    assert found(target, date(2020, 12, 31), "bo") == {("bo", "Bo", ("Engineer", None, date(2022, 2, 2), True))}


@pytest.mark.parametrize(("on", "there"), [("2019-12-31", 0), ("2020-01-01", 1), ("2022-12-31", 1), ("2023-01-01", 0)])
def test_only_who_is_there_on_the_day_is_found(target: Graph, on: str, there: int) -> None:
    assert len(found(target, date.fromisoformat(on), "ann")) == there


def test_the_main_job_of_several_comes_first(target: Graph) -> None:
    job(target, "ann", "target", start="2021-01-01", title="Chair", kind="board")
    job(target, "ann", "target", start="2019-01-01", title="Director", primary=True)
    (row,) = target_people(target, target="target", contacts=["ann"], on=date(2022, 1, 1), limit=9)
    assert [title for title, *_ in row.jobs] == ["Director", "Chair", "Buyer"]


def test_the_limit_cuts(target: Graph) -> None:
    assert len(target_people(target, target="target", contacts=["ann", "bo"], on=date(2021, 1, 1), limit=1)) == 1

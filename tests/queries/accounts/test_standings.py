from __future__ import annotations

from datetime import date

import pytest
from worlds.build import NOW, TODAY, account, contact, interaction, job, user

from graphcrm.graph import Graph
from graphcrm.queries.accounts.standings import Standing, standings


@pytest.fixture
def acme(graph: Graph) -> Graph:
    """Acme, where Ann was in 2020 and 2021; Alice is one of us, Zoe was."""
    account(graph, "acme")
    contact(graph, "ann")
    job(graph, "ann", "acme", start="2020", end="2022-01-01")
    user(graph, "alice", "Alice")
    user(graph, "zoe", "Zoe", active=False)
    return graph


def stands(graph: Graph, **asked: object) -> Standing:
    (found,) = standings(graph, **{"accounts": ["acme"], "on": TODAY, "before": NOW, "limit": 10, **asked})
    return found


def own(graph: Graph, by: str, uid: str, start: date | None = None, end: date | None = None) -> None:
    graph.write(
        "MATCH (a:Account {uid: 'acme'}), (u:User {uid: $by}) "
        "CREATE (a)-[:ASSIGNED_TO {uid: $uid, start: $start, end: $end}]->(u)",
        by=by, uid=uid, start=start, end=end,
    )  # fmt: skip


def test_an_account_that_nobody_has_to_do_with_is_not_ours(acme: Graph) -> None:
    assert stands(acme) == Standing("acme", None, None, met=False)
    assert not stands(acme).ours


def test_an_empty_graph_has_no_standings(graph: Graph) -> None:
    assert standings(graph, accounts=["acme"], on=TODAY, before=NOW, limit=10) == []


@pytest.mark.parametrize(
    ("lifecycle", "ours"), [("lead", False), ("prospect", True), ("customer", True), ("loyal", True), ("lost", False)]
)
def test_prospects_and_customers_are_ours(acme: Graph, lifecycle: str, ours: bool) -> None:
    acme.write("MATCH (a:Account) SET a.lifecycle = $lifecycle", lifecycle=lifecycle)
    assert (stands(acme).lifecycle, stands(acme).ours) == (lifecycle, ours)


def test_the_owner_is_that_of_the_day_from_the_first_to_before_the_last(acme: Graph) -> None:
    own(acme, "alice", "o", date(2024, 1, 1), date(2024, 6, 1))
    days = [date(2023, 12, 31), date(2024, 1, 1), date(2024, 5, 31), date(2024, 6, 1)]
    assert [stands(acme, on=day).owner for day in days] == [None, ("alice", "Alice"), ("alice", "Alice"), None]
    assert stands(acme, on=date(2024, 1, 1)).ours


def test_an_owner_who_has_left_us_gives_way_to_one_who_has_not(acme: Graph) -> None:
    own(acme, "zoe", "later", date(2024, 2, 1))
    assert stands(acme).owner is None
    own(acme, "alice", "earlier", date(2024, 1, 1))
    assert stands(acme).owner == ("alice", "Alice")


@pytest.mark.parametrize(
    ("by", "at", "met"),
    [
        ("alice", "2020-01-01T00:00:00", True),
        ("alice", "2019-12-31T23:59:59", False),
        ("alice", "2021-12-31T23:59:59", True),
        ("alice", "2022-01-01T00:00:00", False),
        ("zoe", "2021-01-01", False),
    ],
)
def test_met_is_whoever_was_there_on_the_day_by_somebody_who_is_with_us(
    acme: Graph, by: str, at: str, met: bool
) -> None:
    interaction(acme, by, "ann", at)
    assert (stands(acme).met, stands(acme).ours) == (met, met)


def test_what_was_after_the_moment_is_not_seen(acme: Graph) -> None:
    job(acme, "ann", "acme", start="2024-01-01")
    interaction(acme, "alice", "ann", NOW)
    assert not stands(acme).met

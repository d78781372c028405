from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from worlds.build import TODAY, account, assignment, contact, job, owned, user

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.accounts.turns import Turn, turns


@pytest.fixture
def acme(graph: Graph) -> Graph:
    """Ann: Beta until 2020, Acme [2020-01-01, 2022-03-01), then Gamma. Alice owned Acme from 2021, Bob since May 2022."""
    for uid in ("acme", "beta", "gamma"):
        account(graph, uid, uid.title())
    contact(graph, "ann", "Ann")
    job(graph, "ann", "beta", start="2015", end="2020-01-01")
    job(graph, "ann", "acme", start="2020-01-01", end="2022-03-01", title="Head", uid="W1")
    job(graph, "ann", "gamma", start="2022-04")
    user(graph, "alice", "Alice")
    user(graph, "bob", "Bob")
    assignment(graph, "acme", "alice", start="2021-01-01", end="2022-05-01", uid="S1")
    assignment(graph, "acme", "bob", start="2022-05-01", uid="S2")
    return graph


def told(graph: Graph, on: date = TODAY, **asked: Any) -> list[tuple[str, str, str]]:
    return [(one.kind, one.who, one.entered) for one in turns(graph, **{"account": "acme", "on": on, **asked})]


def test_nothing_turned_at_an_empty_or_unknown_account(graph: Graph) -> None:
    account(graph, "acme")
    assert told(graph) == told(graph, account="nowhere") == []


def test_who_came_and_left_and_owned_it_the_latest_first(acme: Graph) -> None:
    assert told(acme) == [
        ("owned", "bob", "2022-05-01"), ("left", "ann", "2022-03-01"), ("owned", "alice", "2021-01-01"),
        ("came", "ann", "2020-01-01"),
    ]  # fmt: skip


def test_a_turn_says_where_they_came_from_and_went_to(acme: Graph) -> None:
    left, came = (turn for turn in turns(acme, account="acme", on=TODAY) if turn.who == "ann")
    assert left == Turn("left", date(2022, 3, 1), "left W1", "2022-03-01", "ann", "Ann", "Head", "gamma", "Gamma")
    assert came == Turn("came", date(2020, 1, 1), "came W1", "2020-01-01", "ann", "Ann", "Head", "beta", "Beta")


@pytest.mark.parametrize(("day", "other"), [("2021-11-28", None), ("2021-11-29", "gamma"), ("2023-01-01", "gamma")])
def test_a_job_beside_for_more_than_three_months_is_not_where_they_went(
    acme: Graph, day: str, other: str | None
) -> None:
    acme.write(
        "MATCH ()-[w:WORKS_AT]->(:Account {uid: 'gamma'}) SET w.start_min = date($day), w.start_max = date($day)",
        day=day,
    )
    assert next(turn.other for turn in turns(acme, account="acme", on=TODAY) if turn.kind == "left") == other


@pytest.mark.parametrize(("day", "other"), [("2020-04-02", "beta"), ("2020-04-03", None)])
def test_a_job_kept_for_more_than_three_months_is_not_where_they_came_from(
    acme: Graph, day: str, other: str | None
) -> None:
    acme.write(
        "MATCH ()-[w:WORKS_AT]->(:Account {uid: 'beta'}) SET w.end_min = date($day), w.end_max = date($day)", day=day
    )
    assert next(turn.other for turn in turns(acme, account="acme", on=TODAY) if turn.kind == "came") == other


@pytest.mark.parametrize(
    ("on", "number"),
    [(date(2019, 12, 31), 0), (date(2020, 1, 1), 1), (date(2020, 12, 31), 1), (date(2021, 1, 1), 2),
     (date(2022, 2, 28), 2), (date(2022, 3, 1), 3), (date(2022, 4, 30), 3), (date(2022, 5, 1), 4)],
)  # fmt: skip
def test_a_day_on_each_boundary(acme: Graph, on: date, number: int) -> None:
    assert len(told(acme, on)) == number


def test_a_promotion_is_no_turn_and_a_return_is_two(acme: Graph) -> None:
    job(acme, "ann", "acme", start="2021-01-01", end="2022-03-01", title="Boss")
    assert [one[0] for one in told(acme) if one[1] == "ann"] == ["left", "came"]
    job(acme, "ann", "acme", start="2023-01-01")
    assert [one[0] for one in told(acme) if one[1] == "ann"] == ["came", "left", "came"]


def test_an_owner_whom_nobody_follows_releases_it(acme: Graph) -> None:
    acme.write("MATCH ()-[o:ASSIGNED_TO {uid: 'S2'}]->() DELETE o")
    assert told(acme)[0] == ("released", "alice", "2022-05-01")


def test_dates_that_nobody_knows_and_jobs_that_were_carried_over_are_left_out(acme: Graph) -> None:
    contact(acme, "bo", "Bo")
    job(acme, "bo", "acme", ended=True)
    contact(acme, "cy", "Cy")
    job(acme, "cy", "acme", start="2021", carried_from="W9")
    assert {one[1] for one in told(acme)} == {"ann", "alice", "bob"}


def test_page_by_page(acme: Graph) -> None:
    seen: list[Turn] = []
    while page := turns(acme, account="acme", on=TODAY, after=(seen[-1].day, seen[-1].key) if seen else None, limit=1):
        seen += page
    assert [one.kind for one in seen] == ["owned", "left", "owned", "came"]
    job(acme, "ann", "acme", start="2000", uid="W0")
    contact(acme, "bo", "Bo")
    job(acme, "bo", "acme", start="2020-01-01", uid="W2")
    day = [turn.key for turn in turns(acme, account="acme", on=TODAY, after=(date(2020, 1, 1), "came W1"))]
    assert day[0] == "came W2"


def test_what_may_not_be_seen_is_not_there(acme: Graph) -> None:
    user(acme, "charlie")
    owned(acme, "beta", "alice")
    charlie = acme.seen_by(Sight(accounts=("", "charlie"), contacts=("", "charlie")))
    assert [turn.other for turn in turns(charlie, account="acme", on=TODAY) if turn.kind == "came"] == [None]
    owned(acme, "ann", "alice")
    assert [one[0] for one in told(charlie)] == ["owned", "owned"]
    owned(acme, "acme", "alice")
    assert told(charlie) == []

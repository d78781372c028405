from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from worlds.build import NOW, TODAY, account, contact, interaction, job, owned, rating, user

from graphcrm.access import Sight
from graphcrm.dates import start_of_day
from graphcrm.graph import Graph
from graphcrm.queries.accounts.coverage import Known, coverage
from graphcrm.queries.contacts.known_by import known_by


@pytest.fixture
def acme(graph: Graph) -> Graph:
    """Alice met Ann of Acme three times, Bob Ann once and Bo once; Bo leaves on 15 June 2024, Cy left in 2020."""
    account(graph, "acme", "Acme")
    for uid in ("ann", "bo", "cy"):
        contact(graph, uid, uid.title())
    job(graph, "ann", "acme", start="2015-01-01", title="Head")
    job(graph, "bo", "acme", start="2015-01-01", end="2024-06-15")
    job(graph, "cy", "acme", start="2015-01-01", end="2020-01-01")
    for uid in ("alice", "bob"):
        user(graph, uid, uid.title())
    for day in ("2024-01-05", "2024-02-05", "2024-03-05"):
        interaction(graph, "alice", "ann", day)
    interaction(graph, "bob", "ann", "2024-01-10")
    interaction(graph, "bob", "bo", "2024-01-11")
    interaction(graph, "bob", "cy", "2019-01-01")
    return graph


def found(graph: Graph, on: date = TODAY, **asked: Any) -> list[Known]:
    return coverage(graph, **{"account": "acme", "on": on, "before": start_of_day(on), "limit": 10, **asked})


def ties(graph: Graph, on: date = TODAY) -> set[tuple[str, str]]:
    return {(one.contact, tie[0]) for one in found(graph, on) for tie in one.ties}


def test_nobody_is_known_at_an_empty_or_unknown_account(graph: Graph) -> None:
    account(graph, "acme")
    assert found(graph) == []
    assert found(graph, account="nowhere") == []


def test_the_best_known_come_first_each_with_who_knows_them_best_first(acme: Graph) -> None:
    ann, bo = found(acme)
    assert (ann.contact, ann.name, ann.title, [tie[:2] for tie in ann.ties]) == (
        "ann", "Ann", "Head", [["alice", "Alice"], ["bob", "Bob"]],
    )  # fmt: skip
    assert [(tie[0], tie[3]) for tie in bo.ties] == [("bob", datetime(2024, 1, 11, tzinfo=UTC))]
    assert ann.people == bo.people == 2
    assert [user[:3] for user in ann.users] == [["alice", "Alice", 1], ["bob", "Bob", 2]]


def test_all_are_counted_where_few_are_shown(acme: Graph) -> None:
    (ann,) = found(acme, limit=1)
    assert (ann.contact, ann.people, len(ann.users)) == ("ann", 2, 2)


@pytest.mark.parametrize("day", ["2024-06-01", "2024-02-05", "2024-02-06"])
def test_strengths_and_days_are_those_of_the_ties(acme: Graph, day: str) -> None:
    on = date.fromisoformat(day)
    (ann,) = (one for one in found(acme, on) if one.contact == "ann")
    told = [
        (tie.user, pytest.approx(tie.strength, abs=1e-11), tie.last_at)
        for tie in known_by(acme, contact="ann", before=start_of_day(on))
    ]
    assert [(tie[0], tie[2], tie[3]) for tie in ann.ties] == told


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2014, 12, 31), set()),
        (date(2019, 12, 31), {("cy", "bob")}),
        (date(2020, 1, 1), set()),
        (date(2024, 1, 5), set()),
        (date(2024, 1, 6), {("ann", "alice")}),
        (date(2024, 6, 14), {("ann", "alice"), ("ann", "bob"), ("bo", "bob")}),
        (date(2024, 6, 15), {("ann", "alice"), ("ann", "bob")}),
    ],
)
def test_a_day_on_each_boundary(acme: Graph, on: date, expected: set[tuple[str, str]]) -> None:
    assert ties(acme, on) == expected


def test_a_rating_alone_is_a_tie_without_a_day_and_one_tie_with_a_meeting(acme: Graph) -> None:
    rating(acme, "alice", "bo", 5, "2024-05-01")
    rating(acme, "alice", "ann", 1, "2024-05-01")
    both = {(one.contact, tie[0]): tie[3] for one in found(acme, before=NOW) for tie in one.ties}
    assert both["bo", "alice"] is None
    assert both["ann", "alice"] == datetime(2024, 3, 5, tzinfo=UTC)
    assert len(both) == 4


def test_who_has_left_us_and_their_own_record_do_not_count(acme: Graph) -> None:
    user(acme, "zoe", active=False)
    interaction(acme, "zoe", "bo", "2024-05-01")
    user(acme, "ann-of-us", own="ann")
    interaction(acme, "ann-of-us", "ann", "2024-05-01")
    assert ties(acme) == {("ann", "alice"), ("ann", "bob"), ("bo", "bob")}


def test_what_may_not_be_seen_is_not_there(acme: Graph) -> None:
    user(acme, "charlie")
    owned(acme, "ann", "alice")
    charlie = acme.seen_by(Sight(accounts=("", "charlie"), contacts=("", "charlie")))
    (bo,) = found(charlie)
    assert (bo.contact, bo.people, [user[0] for user in bo.users]) == ("bo", 1, ["bob"])
    owned(acme, "acme", "alice")
    assert found(charlie) == []

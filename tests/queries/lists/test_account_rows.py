from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from worlds.build import TODAY, account, contact, interaction, job, owned, rating, user

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.lists import account_rows as module
from graphcrm.queries.lists.account_rows import account_rows

NOW = datetime(2024, 6, 1, tzinfo=UTC)


def rows(graph: Graph, *uids: str, on: date = TODAY) -> dict[str, Any]:
    before = datetime(on.year, on.month, on.day, tzinfo=UTC)
    return {row.uid: row for row in account_rows(graph, accounts=uids, on=on, before=before, limit=10)}


def test_nothing_is_told_of_no_account(graph: Graph) -> None:
    assert rows(graph) == rows(graph, "none") == {}


def test_people_count_once_and_only_while_they_are_there(graph: Graph) -> None:
    account(graph, "A"), user(graph, "U", "Uma"), owned(graph, "A", "U")
    for uid in "PQR":
        contact(graph, uid)
    job(graph, "P", "A", start="2020-01-01"), job(graph, "P", "A", start="2021", kind="board")
    job(graph, "Q", "A", start="2020-01-01", end="2024-06-01"), job(graph, "R", "A", start="2024-06-01")
    assert (rows(graph, "A")["A"].people, rows(graph, "A")["A"].owner) == (2, ("U", "Uma"))
    assert rows(graph, "A", on=date(2024, 5, 31))["A"].people == 2
    assert rows(graph, "A", on=date(2019, 12, 31))["A"].people == 0


def test_those_count_as_known_whom_an_active_user_had_to_do_with_or_rates(graph: Graph) -> None:
    account(graph, "A"), user(graph, "U", own="P"), user(graph, "V", active=False)
    for uid in "PQRST":
        contact(graph, uid) if uid != "P" else None
    contact(graph, "P")
    for uid in "PQRST":
        job(graph, uid, "A", start="2020")
    interaction(graph, "U", "Q", "2024-01-01"), rating(graph, "U", "R", 3, "2024-02-01")
    interaction(graph, "V", "S", "2024-03-01T10:00:00")
    assert rows(graph, "A")["A"].known == 2
    assert rows(graph, "A")["A"].last_at.date() == date(2024, 3, 1)  # they have left us, and it was ours all the same
    assert rows(graph, "A", on=date(2024, 1, 15))["A"].known == 1


def test_the_last_contact_is_with_somebody_while_they_were_there(graph: Graph) -> None:
    account(graph, "A"), account(graph, "B"), contact(graph, "P"), contact(graph, "Q"), user(graph, "U")
    job(graph, "P", "B", start="2015", end="2023-01-01"), job(graph, "P", "A", start="2023-01-01")
    job(graph, "Q", "A", start="2015")
    interaction(graph, "U", "P", "2022-12-31T10:00:00"), interaction(graph, "U", "Q", "2022-06-01T10:00:00")
    assert rows(graph, "A")["A"].last_at.date() == date(2022, 6, 1)
    interaction(graph, "U", "P", "2024-01-01T10:00:00")
    assert rows(graph, "A")["A"].last_at.date() == date(2024, 1, 1)
    assert rows(graph, "A", on=date(2024, 1, 1))["A"].last_at.date() == date(2022, 6, 1)
    assert rows(graph, "A", on=date(2022, 6, 1))["A"].last_at is None


def test_of_a_giant_a_part_is_counted(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "COUNTED", 2)
    account(graph, "A")
    for uid in "PQR":
        contact(graph, uid), job(graph, uid, "A", start="2020")
    assert (rows(graph, "A")["A"].people, rows(graph, "A")["A"].more) == (2, True)


def test_who_sees_a_part_is_told_of_that_part(graph: Graph) -> None:
    user(graph, "U"), user(graph, "V"), account(graph, "A"), account(graph, "B"), owned(graph, "B", "V")
    for uid, by in (("P", "U"), ("Q", "V")):
        contact(graph, uid), owned(graph, uid, by), job(graph, uid, "A", start="2020")
    seen = graph.seen_by(Sight(accounts=("", "U"), contacts=("U",)))
    found = account_rows(seen, accounts=["A", "B"], on=TODAY, before=NOW, limit=10)
    assert [(row.uid, row.people) for row in found] == [("A", 1)]

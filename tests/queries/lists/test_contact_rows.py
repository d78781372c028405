from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from worlds.build import TODAY, account, assignment, contact, interaction, job, owned, user

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.lists.contact_rows import contact_rows

NOW = datetime(2024, 6, 1, tzinfo=UTC)


def rows(graph: Graph, *uids: str, on: date = TODAY) -> dict[str, Any]:
    before = datetime(on.year, on.month, on.day, tzinfo=UTC)
    return {row.uid: row for row in contact_rows(graph, contacts=uids, on=on, before=before, limit=10)}


def test_nothing_is_told_of_nobody(graph: Graph) -> None:
    assert rows(graph) == rows(graph, "nobody") == {}


def test_the_main_job_of_the_day_is_told_with_its_account(graph: Graph) -> None:
    contact(graph, "P"), account(graph, "A", "Acme", city="Bern"), account(graph, "B", "Beta")
    job(graph, "P", "B", start="2015", end="2020-01-01", title="Analyst")
    job(graph, "P", "A", start="2020-01-01", title="CTO", role="buyer", primary=True)
    job(graph, "P", "B", start="2021", kind="board", title="Board")
    job_of = rows(graph, "P")["P"].job
    assert job_of[1:] == ("CTO", "buyer", "2020-01-01", "A", "Acme", "Bern")
    assert rows(graph, "P")["P"].jobs == 2
    assert rows(graph, "P", on=date(2019, 12, 31))["P"].job.title == "Analyst"
    assert rows(graph, "P", on=date(2020, 1, 1))["P"].job.title == "CTO"
    assert rows(graph, "P", on=date(2014, 12, 31))["P"].job is None


def test_the_owner_is_that_of_the_day(graph: Graph) -> None:
    contact(graph, "P"), user(graph, "U", "Uma"), user(graph, "V", "Vic")
    assignment(graph, "P", "U", start="2020-01-01", end="2022-01-01")
    assignment(graph, "P", "V", start="2022-01-01")
    assert rows(graph, "P")["P"].owner == ("V", "Vic")
    assert rows(graph, "P", on=date(2021, 12, 31))["P"].owner == ("U", "Uma")
    assert rows(graph, "P", on=date(2019, 12, 31))["P"].owner is None


def test_the_last_interaction_lies_before_the_moment(graph: Graph) -> None:
    contact(graph, "P"), user(graph, "U", "Uma"), user(graph, "V", "Vic")
    for by, at in (("U", "2023-01-01T09:00:00"), ("V", "2023-06-01T09:00:00"), ("U", "2024-01-01T09:00:00")):
        interaction(graph, by, "P", at)
    told = [
        rows(graph, "P", on=date(*day))["P"].last for day in ((2024, 6, 1), (2023, 12, 1), (2023, 6, 1), (2023, 1, 1))
    ]
    assert [one and (one.at.date().isoformat(), one.user_name) for one in told] == [
        ("2024-01-01", "Uma"), ("2023-06-01", "Vic"), ("2023-01-01", "Uma"), None,
    ]  # fmt: skip


def test_who_sees_a_part_is_told_of_that_part(graph: Graph) -> None:
    user(graph, "U"), user(graph, "V")
    for uid, by in (("P", "U"), ("Q", "V")):
        contact(graph, uid), owned(graph, uid, by)
    account(graph, "A", city="Bern"), account(graph, "B"), owned(graph, "B", "V")
    job(graph, "P", "B", start="2015", primary=True), job(graph, "P", "A", start="2015")
    seen = graph.seen_by(Sight(accounts=("", "U"), contacts=("U",), hidden=frozenset({"account.city"})))
    found = contact_rows(seen, contacts=["P", "Q"], on=TODAY, before=NOW, limit=10)
    assert [(row.uid, row.jobs, row.job and (row.job.account, row.job.city)) for row in found] == [
        ("P", 1, ("A", None))
    ]

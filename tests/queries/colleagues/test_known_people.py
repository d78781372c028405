from __future__ import annotations

from datetime import date

from worlds.build import TODAY, account, contact, job

from graphcrm.graph import Graph
from graphcrm.queries.colleagues.known_people import known_people


def known(graph: Graph, *accounts: str, on: date = TODAY) -> set[tuple[str, int]]:
    return {(row.account, row.people) for row in known_people(graph, accounts=accounts, on=on, limit=99)}


def acme(graph: Graph) -> None:
    """Acme: Ann twice, Bo, and Cy, who began in 2017. Globex: Bo."""
    for uid in ("acme", "globex", "empty"):
        account(graph, uid)
    for uid in ("ann", "bo", "cy"):
        contact(graph, uid)
    job(graph, "ann", "acme", start="2010", end="2012")
    job(graph, "ann", "acme", start="2015")
    job(graph, "bo", "acme")
    job(graph, "cy", "acme", start="2017-01-01")
    job(graph, "bo", "globex", start="2016")


def test_none_are_known_where_nobody_works_and_nowhere(graph: Graph) -> None:
    acme(graph)
    assert known(graph) == set()
    assert known(graph, "empty", "nowhere") == set()


def test_everybody_counts_once_at_each_account(graph: Graph) -> None:
    acme(graph)
    assert known(graph, "acme", "globex") == {("acme", 3), ("globex", 1)}


def test_who_begins_after_the_day_is_not_counted(graph: Graph) -> None:
    acme(graph)
    assert known(graph, "acme", on=date(2016, 12, 31)) == {("acme", 2)}
    assert known(graph, "acme", on=date(2017, 1, 1)) == {("acme", 3)}


def test_the_limit_cuts(graph: Graph) -> None:
    acme(graph)
    assert len(known_people(graph, accounts=["acme", "globex"], on=TODAY, limit=1)) == 1

from __future__ import annotations

from datetime import date

from worlds.build import account, attendance, campaign, contact, job, lead

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.campaigns.of_account import OfAccount, of_account

ON = date(2024, 6, 1)


def asked(graph: Graph, **more: int) -> list[tuple[str, int, int]]:
    found = of_account(graph, account="acme", on=ON, **{"limit": 9, **more})
    return [(one.uid, one.asked, one.came) for one in found]


def acme(graph: Graph) -> None:
    """At Acme are Ada, with two jobs, who was the lead Lea, and Bo; Cy has left it."""
    account(graph, "acme"), lead(graph, "lea")
    for uid in ("ada", "bo", "cy"):
        contact(graph, uid)
    job(graph, "ada", "acme", start="2020-01-01"), job(graph, "ada", "acme", start="2021", kind="board")
    job(graph, "bo", "acme", start="2024-06-01"), job(graph, "cy", "acme", start="2020-01-01", end="2024-06-01")
    graph.write("MATCH (l:Lead {uid: 'lea'}), (c:Contact {uid: 'ada'}) CREATE (l)-[:CONVERTED_TO {uid: 'v'}]->(c)")


def test_who_is_there_counts_once_and_the_latest_come_first(graph: Graph) -> None:
    acme(graph)
    assert asked(graph) == []
    for uid, day in (("old", date(2023, 1, 1)), ("fair", date(2024, 5, 1)), ("some", None), ("else", ON)):
        campaign(graph, uid, start_on=day)
    attendance(graph, "fair", "ada", "invited"), attendance(graph, "fair", "lea", "attended")
    attendance(graph, "fair", "bo", "no_show"), attendance(graph, "old", "lea", "invited")
    attendance(graph, "some", "ada"), attendance(graph, "else", "cy")
    assert asked(graph) == [("fair", 2, 1), ("old", 1, 0), ("some", 1, 1)]
    assert asked(graph, limit=1) == [("fair", 2, 1)]
    assert of_account(graph, account="acme", on=ON, looked=0, limit=9) == []
    (first, *_rest) = of_account(graph, account="acme", on=date(2024, 5, 31), limit=9)
    assert first == OfAccount("else", "else", None, ON, 1, 1)


def test_what_is_not_seen_is_not_told(graph: Graph) -> None:
    acme(graph)
    campaign(graph, "fair", kind="training"), attendance(graph, "fair", "bo"), attendance(graph, "fair", "lea")
    assert asked(graph.seen_by(Sight(leads=()))) == [("fair", 1, 1)]
    assert asked(graph.seen_by(Sight(contacts=()))) == []
    assert asked(graph.seen_by(Sight(campaigns=()))) == []
    assert asked(graph.seen_by(Sight(accounts=()))) == []
    (one,) = of_account(graph.seen_by(Sight(hidden=frozenset({"campaign.kind"}))), account="acme", on=ON, limit=9)
    assert (one.kind, one.start_on) == (None, date(2024, 5, 1))

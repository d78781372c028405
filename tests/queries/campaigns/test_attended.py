from __future__ import annotations

from datetime import date

from worlds.build import attendance, campaign, contact, lead

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.campaigns.attended import attended


def test_those_of_the_lead_that_a_contact_was_are_theirs_too_and_the_latest_first(graph: Graph) -> None:
    contact(graph, "ada"), lead(graph, "lea"), contact(graph, "bo")
    for uid, day in (("old", date(2023, 1, 1)), ("fair", date(2024, 5, 1)), ("some", None), ("both", date(2024, 1, 1))):
        campaign(graph, uid, start_on=day)
    attendance(graph, "old", "lea", "invited"), attendance(graph, "fair", "ada"), attendance(graph, "some", "ada")
    attendance(graph, "both", "lea", "invited", on="2023-12-01"), attendance(graph, "both", "ada", on="2024-01-01")
    graph.write("MATCH (l:Lead {uid: 'lea'}), (c:Contact {uid: 'ada'}) CREATE (l)-[:CONVERTED_TO {uid: 'v'}]->(c)")
    found = attended(graph, label="Contact", uid="ada", limit=9)
    assert [(one.uid, one.status) for one in found] == [
        ("fair", "attended"), ("both", "attended"), ("old", "invited"), ("some", "attended"),
    ]  # fmt: skip
    assert [one.uid for one in attended(graph, label="Contact", uid="ada", limit=1)] == ["fair"]
    assert [one.uid for one in attended(graph, label="Lead", uid="lea", limit=9)] == ["both", "old"]
    assert attended(graph, label="Contact", uid="bo", limit=9) == []


def test_who_came_as_the_lead_that_they_were_came_whatever_is_said_since(graph: Graph) -> None:
    contact(graph, "ada"), lead(graph, "lea"), campaign(graph, "fair")
    attendance(graph, "fair", "lea", on="2024-05-01"), attendance(graph, "fair", "ada", "invited", on="2024-05-02")
    graph.write("MATCH (l:Lead {uid: 'lea'}), (c:Contact {uid: 'ada'}) CREATE (l)-[:CONVERTED_TO {uid: 'v'}]->(c)")
    assert [one.status for one in attended(graph, label="Contact", uid="ada", limit=9)] == ["attended"]


def test_what_is_not_seen_is_not_told(graph: Graph) -> None:
    contact(graph, "ada"), campaign(graph, "fair", owner="bob", kind="training"), attendance(graph, "fair", "ada")
    assert attended(graph.seen_by(Sight(campaigns=("", "alice"))), label="Contact", uid="ada", limit=9) == []
    assert attended(graph.seen_by(Sight(contacts=())), label="Contact", uid="ada", limit=9) == []
    (one,) = attended(graph.seen_by(Sight(hidden=frozenset({"campaign.kind"}))), label="Contact", uid="ada", limit=9)
    assert (one.kind, one.start_on) == (None, date(2024, 5, 1))

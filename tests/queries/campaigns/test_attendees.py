from __future__ import annotations

from datetime import date

import pytest
from worlds.build import account, attendance, campaign, contact, job, lead

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.campaigns.attendees import attendees


@pytest.fixture
def fair(graph: Graph) -> Graph:
    """Asked are Ann twice (a contact at Acme, and a lead), Bo, who came, and Cy, who did not."""
    campaign(graph, "fair"), campaign(graph, "other"), account(graph, "acme", "Acme")
    for uid, name, status in (("ann", "Ann", "invited"), ("bo", "Bo", "attended"), ("cy", "Cy", "no_show")):
        contact(graph, uid, name, do_not_contact=uid == "bo")
        attendance(graph, "fair", uid, status)
    job(graph, "ann", "acme", start="2020")
    lead(graph, "lea", "Ann", company_name="Beta")
    attendance(graph, "fair", "lea", "registered", on="2024-04-01"), attendance(graph, "other", "ann")
    return graph


def test_they_come_by_name_with_where_they_work_and_how_far_it_is(fair: Graph) -> None:
    found = attendees(fair, campaign="fair")
    assert [(one.type, one.uid, one.detail, one.status, one.on, one.do_not_contact) for one in found] == [
        ("contact", "ann", "Acme", "invited", date(2024, 5, 1), False),
        ("lead", "lea", "Beta", "registered", date(2024, 4, 1), False),
        ("contact", "bo", None, "attended", date(2024, 5, 1), True),
        ("contact", "cy", None, "no_show", date(2024, 5, 1), False),
    ]
    assert [one.uid for one in attendees(fair, campaign="fair", status="attended")] == ["bo"]
    assert attendees(fair, campaign="none") == []


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pages_follow_each_other_also_where_two_have_one_name(fair: Graph, limit: int) -> None:
    seen: list[str] = []
    after = None
    while page := attendees(fair, campaign="fair", after=after, limit=limit):
        seen += [one.uid for one in page]
        after = page[-1].name, page[-1].key
    assert seen == ["ann", "lea", "bo", "cy"]


def test_who_is_not_seen_is_not_told(fair: Graph) -> None:
    fair.write("MATCH (c:Contact {uid: 'bo'}) SET c.owner = 'bob'")
    assert [one.uid for one in attendees(fair.seen_by(Sight(contacts=(""), leads=())), campaign="fair")] == [
        "ann",
        "cy",
    ]
    assert attendees(fair.seen_by(Sight(campaigns=())), campaign="fair") == []
    assert attendees(fair.seen_by(Sight(accounts=())), campaign="fair")[0].detail is None


def test_where_a_lead_works_may_be_hidden(fair: Graph) -> None:
    seen = fair.seen_by(Sight(hidden=frozenset({"lead.company_name"})))
    assert {one.uid: one.detail for one in attendees(seen, campaign="fair")} == {
        "ann": "Acme", "lea": None, "bo": None, "cy": None,
    }  # fmt: skip

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from worlds.build import assignment, attendance, campaign, contact, lead, user

from graphcrm.access import Sight
from graphcrm.errors import InTrashError, NotFoundError
from graphcrm.graph import Graph
from graphcrm.queries.campaigns.campaign import campaign as one_campaign


def test_one_has_all_that_is_recorded_of_it_and_whose_it_is_on_a_day(graph: Graph) -> None:
    user(graph, "alice", "Alice")
    campaign(
        graph,
        "fair",
        "Fair",
        kind="exhibition",
        end_on=date(2024, 5, 3),
        place="Basel",
        cost=9.5,
        currency="CHF",
        x_a="b",
    )
    assignment(graph, "fair", "alice", start="2024-01-01", end="2024-06-01")
    found = one_campaign(graph, uid="fair", on=date(2024, 5, 31))
    assert (found.name, found.kind, found.start_on, found.end_on, found.place, found.cost, found.currency) == (
        "Fair", "exhibition", date(2024, 5, 1), date(2024, 5, 3), "Basel", 9.5, "CHF",
    )  # fmt: skip
    assert (found.owner, found.custom, found.counts) == (["alice", "Alice"], [["x_a", "b"]], [])
    assert one_campaign(graph, uid="fair", on=date(2024, 6, 1)).owner is None


def test_those_who_are_asked_are_counted_by_how_far_it_is_as_far_as_they_are_seen(graph: Graph) -> None:
    campaign(graph, "fair"), lead(graph, "lea")
    for uid, status in (("ada", "attended"), ("bo", "attended"), ("cy", "no_show")):
        contact(graph, uid)
        attendance(graph, "fair", uid, status)
    attendance(graph, "fair", "lea", "invited")
    assert dict(one_campaign(graph, uid="fair").counts) == {"attended": 2, "invited": 1, "no_show": 1}
    graph.write("MATCH (c:Contact {uid: 'ada'}) SET c.owner = 'bob'")
    seen = graph.seen_by(Sight(contacts=("", "alice"), leads=()))
    assert dict(one_campaign(seen, uid="fair").counts) == {"attended": 1, "no_show": 1}


def test_what_is_not_there_or_not_seen_or_in_the_trash_is_refused(graph: Graph) -> None:
    campaign(graph, "fair", owner="bob")
    with pytest.raises(NotFoundError):
        one_campaign(graph, uid="none")
    with pytest.raises(NotFoundError):
        one_campaign(graph.seen_by(Sight(campaigns=("", "alice"))), uid="fair")
    graph.write("MATCH (g:Campaign) SET g.deleted_at = $at", at=datetime(2024, 5, 1, tzinfo=UTC))
    with pytest.raises(InTrashError):
        one_campaign(graph, uid="fair")


def test_a_lead_and_the_contact_that_it_became_count_once(graph: Graph) -> None:
    campaign(graph, "fair"), contact(graph, "ada"), lead(graph, "lea")
    attendance(graph, "fair", "lea", "attended", on="2024-05-01")
    attendance(graph, "fair", "ada", "invited", on="2024-05-02")
    graph.write("MATCH (l:Lead {uid: 'lea'}), (c:Contact {uid: 'ada'}) CREATE (l)-[:CONVERTED_TO {uid: 'v'}]->(c)")
    assert dict(one_campaign(graph, uid="fair").counts) == {"attended": 1}
    assert dict(one_campaign(graph.seen_by(Sight(leads=())), uid="fair").counts) == {"invited": 1}
    graph.write("MATCH (:Lead)-[t:ATTENDS]->() SET t.status = 'registered'")
    assert dict(one_campaign(graph, uid="fair").counts) == {"invited": 1}  # what was said last

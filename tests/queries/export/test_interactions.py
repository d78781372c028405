from __future__ import annotations

from functools import partial

import pytest
from worlds.build import contact, interaction, user

from graphcrm.graph import Graph
from graphcrm.queries.export.interactions import interactions

from .conftest import pages

FIRST = ("", "")
# By event and pair, in the order in which they are to be found: U1 comes before U10, a contact before a lead.
PARTS = [
    ("E1", "U1", "Contact", "P1"), ("E1", "U1", "Contact", "P2"), ("E1", "U1", "Lead", "P1"),
    ("E1", "U10", "Contact", "P1"), ("E10", "U1", "Contact", "P1"), ("E2", "U1", "Lead", "P2"),
]  # fmt: skip


@pytest.fixture
def met(graph: Graph) -> Graph:
    """Three events, of which one has four pairs; a contact and a lead have the same uid."""
    graph.write("UNWIND ['U1', 'U10'] AS uid CREATE (:User {uid: uid})")
    graph.write("UNWIND ['P1', 'P2'] AS uid CREATE (:Contact {uid: uid}), (:Lead {uid: uid})")
    graph.write(
        "UNWIND $parts AS part MATCH (u:User {uid: part[1]}) MATCH (p:Contact|Lead {uid: part[3]}) "
        "WHERE part[2] IN labels(p) CREATE (u)-[i:INTERACTED_WITH {event: part[0], at: datetime('2024-05-01T00:00Z')}]->(p)",
        parts=PARTS[::-1],
    )
    return graph


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 7])
def test_pages_are_in_the_order_of_events_and_pairs_wherever_they_end(met: Graph, limit: int):
    found = list(pages(partial(interactions, met), first=FIRST, limit=limit))
    assert {len(page) for page in found[:-1]} <= {limit}
    assert [(each.event, each.user, each.label, each.person) for page in found for each in page] == PARTS


def test_an_interaction_comes_with_what_was_said_and_its_time_as_text(graph: Graph):
    user(graph, "U1"), contact(graph, "P1")
    interaction(graph, "U1", "P1", "2024-05-01T09:30:00.120", uid="I1", topics=["a", "b"], counted=True)
    (found,) = interactions(graph, after=FIRST, limit=10)
    assert {name: value for name, value in found.props.items() if value is not None} == {
        "uid": "I1", "event": "I1", "at": "2024-05-01T09:30:00.12Z", "channel": "meeting", "direction": "both",
        "participants": 2, "topics": ["a", "b"], "counted": True,
    }  # fmt: skip


def test_nothing_there_is_nothing_found(graph: Graph):
    assert interactions(graph, after=FIRST, limit=10) == []

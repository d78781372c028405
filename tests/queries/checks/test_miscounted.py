from __future__ import annotations

import pytest
from worlds.build import contact, interaction, user

from graphcrm.graph import Graph
from graphcrm.queries.checks.finding import Found
from graphcrm.queries.checks.miscounted import miscounted


@pytest.fixture
def meeting(graph: Graph) -> Graph:
    """One of us with two of them, three in all."""
    user(graph, "U1")
    for uid in ("C1", "C2"):
        contact(graph, uid)
        interaction(graph, "U1", uid, "2024-05-01", uid=f"I-{uid}", event="I", participants=3, counted=True)
    return graph


def test_people_who_were_counted_right_are_not_named(meeting: Graph) -> None:
    assert miscounted(meeting, limit=10) == []


@pytest.mark.parametrize("number", [2, 4])
def test_another_number_is_named_where_the_counting_is_ours(meeting: Graph, number: int) -> None:
    meeting.write("MATCH ()-[i {uid: 'I-C1'}]->() SET i.participants = $number", number=number)
    assert miscounted(meeting, limit=10) == [Found(["I"], "it has 3 people, and says other")]
    meeting.write("MATCH ()-[i {uid: 'I-C1'}]->() REMOVE i.counted")
    assert miscounted(meeting, limit=10) == []


def test_more_people_may_be_said_where_some_are_in_the_trash_or_erased(meeting: Graph) -> None:
    aside = (
        "MATCH (u)-[i {uid: 'I-C1'}]->(c) CREATE (u)-[t:TRASHED]->(c) SET t = properties(i), t.type = type(i) DELETE i"
    )
    meeting.write(aside)
    assert miscounted(meeting, limit=10) == []
    meeting.write("MATCH ()-[t:TRASHED]->() DELETE t")
    assert [one.where for one in miscounted(meeting, limit=10)] == [["I"]]
    meeting.write("CREATE (:Revision {uid: 'R', kind: 'contact', of: 'C1', action: 'purge', rev: 3})")
    assert miscounted(meeting, limit=10) == []

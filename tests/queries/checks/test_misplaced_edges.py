from __future__ import annotations

import pytest
from worlds.build import account, contact, job

from graphcrm.graph import Graph
from graphcrm.queries.checks.misplaced_edges import misplaced_edges
from graphcrm.services.checks.shape import ENDS


@pytest.fixture
def sound(graph: Graph) -> Graph:
    """Ada at Acme."""
    account(graph, "A1")
    contact(graph, "C1")
    job(graph, "C1", "A1", uid="J1")
    return graph


def named(graph: Graph) -> list[tuple[str, ...]]:
    return [(*found.where, found.what) for found in misplaced_edges(graph, ends=ENDS, limit=10)]


def test_a_sound_graph_has_none(sound: Graph) -> None:
    assert named(sound) == []


@pytest.mark.parametrize(
    ("broken", "found"),
    [
        ("MATCH ()-[w:WORKS_AT]->() REMOVE w.uid", ("WORKS_AT", "C1", "A1", "", "it has no uid")),
        (
            "MATCH (c:Contact), (a:Account) CREATE (a)-[:WORKS_AT {uid: 'J2'}]->(c)",
            ("WORKS_AT", "A1", "C1", "J2", "it is between Account and Contact"),
        ),
        (
            "MATCH (c:Contact) SET c.deleted_at = datetime()",
            ("WORKS_AT", "C1", "A1", "J1", "it is at a record in the trash"),
        ),
        (
            "MATCH (c:Contact), (a:Account) CREATE (c)-[:TRASHED {uid: 'T', type: 'WORKS_AT'}]->(a)",
            ("TRASHED", "C1", "A1", "T", "it is set aside, and nothing at its ends is in the trash"),
        ),
    ],
)
def test_what_is_out_of_place_is_named(sound: Graph, broken: str, found: tuple[str, ...]) -> None:
    sound.write(broken)
    assert named(sound) == [found]

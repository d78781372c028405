from __future__ import annotations

import pytest
from worlds.build import contact, interaction, user

from graphcrm import warmth
from graphcrm.graph import Graph
from graphcrm.queries.checks.finding import Found
from graphcrm.queries.checks.knows_drift import knows_drift
from graphcrm.services import derived


@pytest.fixture
def met(graph: Graph) -> Graph:
    """Alice (U1), who met Ada (C1) in the last years in every way, and wrote to Bo (C2) once."""
    user(graph, "U1")
    for uid in ("C1", "C2", "C3"):
        contact(graph, uid)
    for n, (channel, direction) in enumerate(
        [("meeting", "both"), ("email", "out"), ("call", "in"), ("video", "both")]
    ):
        interaction(graph, "U1", "C1", f"20{17 + n}-05-01", channel=channel, direction=direction, participants=2 + n)
    interaction(graph, "U1", "C2", "2024-05-01", channel="email", direction="out")
    interaction(graph, "U1", "C3", "2024-05-01", participants=30)
    return graph


def drift(graph: Graph) -> list[Found]:
    return knows_drift(
        graph, users=["U1"], weights=warmth.CHANNEL_WEIGHTS, crowd=warmth.CROWD, epoch_ms=derived.EPOCH_MS,
        half_life_ms=derived.HALF_LIFE_MS, limit=10,
    )  # fmt: skip


def test_what_follows_from_the_interactions_is_sound(met: Graph) -> None:
    assert drift(met) == []


@pytest.mark.parametrize(
    ("broken", "what"),
    [
        ("SET k.heat = k.heat + 1e-8 * abs(k.heat)", "its sums are not those of the interactions"),
        ("REMOVE k.heat_in", "its sums are not those of the interactions"),
        ("SET k.count = 3", "the interactions are others than it counts"),
        ("REMOVE k.last_at", "the interactions are others than it counts"),
        ("DELETE k", "there are 0 KNOWS"),
        ("CREATE (u)-[:KNOWS]->(c)", "there are 2 KNOWS"),
    ],
)
def test_what_does_not_is_named(met: Graph, broken: str, what: str) -> None:
    met.write(f"MATCH (u:User)-[k:KNOWS]->(c:Contact {{uid: 'C1'}}) {broken}")
    assert drift(met) == [Found(["U1", "C1"], what)]


def test_a_difference_in_the_tenth_digit_is_none(met: Graph) -> None:
    met.write("MATCH (u:User)-[k:KNOWS]->(c:Contact {uid: 'C1'}) SET k.heat = k.heat * (1 + 1e-11)")
    assert drift(met) == []

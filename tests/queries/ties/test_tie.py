from __future__ import annotations

import math
from datetime import UTC, datetime

import pytest
from worlds.build import NOW, contact, interaction, rating, user

from graphcrm import warmth
from graphcrm.graph import Graph
from graphcrm.queries.ties.tie import Tie, weigh
from graphcrm.queries.ties.tie_evidence import tie_evidence


@pytest.fixture
def two(graph: Graph) -> Graph:
    """Alice and Ann, who have never met."""
    user(graph, "alice")
    contact(graph, "ann")
    return graph


def tie(graph: Graph, before: datetime = NOW) -> Tie:
    (found,) = tie_evidence(graph, pairs=[("alice", "ann")], before=before, limit=1)
    return weigh(found, before)


def day(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_a_meeting_of_today_weighs_four_both_ways(two: Graph) -> None:
    interaction(two, "alice", "ann", "2024-05-31T23:59:59.999999")
    found = tie(two)
    assert math.isclose(found.out, 2, rel_tol=1e-9)
    assert math.isclose(found.into, 2, rel_tol=1e-9)
    assert math.isclose(found.strength, 1 - math.exp(-0.4), rel_tol=1e-9)


def test_directions_are_kept_apart(two: Graph) -> None:
    interaction(two, "alice", "ann", "2023-06-02", channel="call", direction="out")
    interaction(two, "alice", "ann", "2023-06-02", channel="email", direction="in")
    found = tie(two)
    assert math.isclose(found.out, 1, rel_tol=1e-9), "two a year ago"
    assert math.isclose(found.into, 0.5, rel_tol=1e-9)


@pytest.mark.parametrize("on", ["2021-06-01", "2022-01-01", "2023-03-02", "2024-05-01"])
def test_the_sums_on_knows_and_the_interactions_give_the_same_tie(two: Graph, on: str) -> None:
    rows = [("2021-01-01", "email", "out", 2), ("2021-03-01", "meeting", "both", 4), ("2023-03-01", "call", "in", 2)]
    for at, channel, direction, participants in rows:
        interaction(two, "alice", "ann", at, channel=channel, direction=direction, participants=participants)
    out = into = 0.0
    for at, channel, direction, participants in rows:
        if day(at) < day(on):
            weight = warmth.interaction_weight(channel, participants) * warmth.fading(day(at), day(on))
            out += weight * {"out": 1, "in": 0, "both": 0.5}[direction]
            into += weight * {"out": 0, "in": 1, "both": 0.5}[direction]
    found = tie(two, day(on))
    assert math.isclose(found.out, out, rel_tol=1e-9)
    assert math.isclose(found.into, into, rel_tol=1e-9)


def test_a_rating_is_a_floor_and_fades(two: Graph) -> None:
    rating(two, "alice", "ann", 3, "2022-06-02")  # 730 days before NOW
    assert math.isclose(tie(two).strength, 0.225)
    interaction(two, "alice", "ann", "2024-05-31", channel="meeting")
    assert tie(two).strength > 0.3
    assert math.isclose(tie(two).floor, 0.225)


def test_a_crowd_is_evidence_without_strength(two: Graph) -> None:
    interaction(two, "alice", "ann", "2024-05-31", participants=10)
    assert (tie(two).strength, tie(two).count) == (0.0, 1)


def test_channels_are_ordered_by_their_number_then_by_name(two: Graph) -> None:
    for channel in ("video", "email", "call", "email"):
        interaction(two, "alice", "ann", "2024-05-31", channel=channel)
    assert list(tie(two).channels.items()) == [("email", 2), ("call", 1), ("video", 1)]

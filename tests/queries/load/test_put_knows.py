from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta

import pytest

from graphcrm import warmth
from graphcrm.graph import Graph
from graphcrm.queries.load.put_knows import put_knows

from .conftest import rows

KNOWS = "MATCH (u:User)-[k:KNOWS]->(c:Contact) RETURN u.uid, c.uid, k.count, k.first_at, k.last_at, k.heat, k.heat_out, k.heat_in"


def meet(graph: Graph, *parts: tuple[datetime, str | None, str | None, int | None], contact: str = "C1") -> None:
    graph.write(
        "MATCH (u:User {uid: 'U1'}), (c:Contact {uid: $contact}) UNWIND $parts AS p CREATE (u)-[:INTERACTED_WITH "
        "{uid: randomUUID(), at: p[0], channel: p[1], direction: p[2], participants: p[3]}]->(c)",
        contact=contact,
        parts=[list(part) for part in parts],
    )


def know(graph: Graph, *pairs: tuple[str, str]) -> int:
    return put_knows(
        graph,
        rows=[{"user": user, "contact": contact} for user, contact in pairs],
        weights=warmth.CHANNEL_WEIGHTS,
        crowd=warmth.CROWD,
        epoch_ms=int(warmth.EPOCH.timestamp() * 1000),
        half_life_ms=warmth.TIE_HALF_LIFE_DAYS * 86_400_000,
    )


def test_sums_decay_to_what_the_interactions_are_worth(cast: Graph):
    now = datetime(2026, 6, 1, tzinfo=UTC)
    year = timedelta(days=365)
    meet(cast, (now, "meeting", "both", 2), (now - year, "email", "out", 2), (now - 2 * year, "call", "in", 5))
    assert know(cast, ("U1", "C1")) == 1
    ((_, _, count, first, last, *heats),) = rows(cast, KNOWS)
    assert (count, first, last) == (3, now - 2 * year, now)
    sums = [warmth.decayed(heat, now) for heat in heats]
    assert sums == pytest.approx([4 + 0.5 + 0.125, 2 + 0.5, 2 + 0.125])


def test_a_sum_of_zero_is_no_property(cast: Graph):
    at = warmth.EPOCH
    meet(cast, (at, "meeting", "both", 10), (at, "email", "out", 12))
    know(cast, ("U1", "C1"))
    assert rows(cast, KNOWS) == [("U1", "C1", 2, at, at, None, None, None)]
    meet(cast, (at, "email", "in", 1))
    know(cast, ("U1", "C1"))
    assert rows(cast, KNOWS) == [("U1", "C1", 3, at, at, 0.0, None, 0.0)]


def test_what_an_interaction_does_not_say_counts_as_little_as_it_may(cast: Graph):
    meet(cast, (warmth.EPOCH, None, None, None), (warmth.EPOCH, "pigeon", "both", 2))
    know(cast, ("U1", "C1"))
    assert rows(cast, KNOWS)[0][5:] == (pytest.approx(0), pytest.approx(-1), pytest.approx(-1))


def test_a_small_part_beside_a_recent_one_is_not_lost_to_rounding(cast: Graph):
    meet(
        cast,
        (datetime(2026, 1, 1, tzinfo=UTC), "email", "out", 2),
        (datetime(1990, 1, 1, tzinfo=UTC), "email", "in", 2),
    )
    know(cast, ("U1", "C1"))
    days = (datetime(1990, 1, 1, tzinfo=UTC) - warmth.EPOCH).days
    assert rows(cast, KNOWS)[0][7] == pytest.approx(days / 365)


def test_only_the_pairs_asked_for_are_made_anew_and_one_edge_each(cast: Graph):
    meet(cast, (warmth.EPOCH, "email", "out", 2))
    meet(cast, (warmth.EPOCH, "email", "out", 2), contact="C2")
    for _ in range(2):
        assert know(cast, ("U1", "C1")) == 1
    assert [row[:3] for row in rows(cast, KNOWS)] == [("U1", "C1", 1)]
    assert math.isclose(rows(cast, KNOWS)[0][5], 0, abs_tol=1e-12)


def test_a_pair_without_interactions_has_no_knows(cast: Graph):
    assert know(cast, ("U2", "C2"), ("U9", "C1")) == 1  # there is no U9
    assert rows(cast, KNOWS) == []
    meet(cast, (warmth.EPOCH, "email", "out", 2))
    know(cast, ("U1", "C1"))
    cast.write("MATCH ()-[i:INTERACTED_WITH]->() DELETE i")
    know(cast, ("U1", "C1"))
    assert rows(cast, KNOWS) == []

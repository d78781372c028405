"""Whatever is imported in whatever order, KNOWS is what the interactions in the graph come to."""

from __future__ import annotations

import math
import tempfile
from collections import defaultdict
from datetime import datetime
from pathlib import Path

import pytest
from conftest import empty
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphcrm.graph import Graph
from graphcrm.importers import batches
from graphcrm.importers.bundle import import_bundle
from graphcrm.warmth import CHANNEL_WEIGHTS, EPOCH

from .conftest import CAST, TODAY

HEADER = "interaction_id,user_id,contact_id,lead_id,occurred_at,channel,direction,participants\n"
ROWS = st.tuples(
    st.sampled_from(["I1", "I2", "I3", "call 4"]),
    st.sampled_from(["U1", "U2", "U9"]),  # U9 is nobody
    st.sampled_from(["C1,", "C2,", "C3,", ",L1"]),
    st.sampled_from(["1999-12-31", "2024-02-29T23:59:59.999+05:30", "2024-03-01T00:00", "2026-05-31", "2031-01-01"]),
    st.sampled_from(["", *CHANNEL_WEIGHTS, "pigeon"]),
    st.sampled_from(["", "out", "in", "both"]),
    st.sampled_from(["", "", "", "1", "2", "9", "10"]),
).map(",".join)
IMPORTS = st.lists(st.tuples(st.lists(ROWS, min_size=1, max_size=12), st.sampled_from([1, 3, 5_000])), max_size=5)
# One graph serves all examples, and each empties it.
several = settings(
    max_examples=50 if settings.get_current_profile_name() == "ci" else 25,  # each is written to the database
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def knows(graph: Graph) -> dict[tuple[str, str], list[object]]:
    """KNOWS by pair: count, first, last and the three sums."""
    cypher = (
        "MATCH (u:User)-[k:KNOWS]->(c:Contact) "
        "RETURN u.uid, c.uid, [k.count, k.first_at, k.last_at, k.heat, k.heat_out, k.heat_in]"
    )
    rows = graph.read(cypher, lambda *row: row)
    assert len({row[:2] for row in rows}) == len(rows)
    return {row[:2]: row[2] for row in rows}


def summed(graph: Graph) -> dict[tuple[str, str], list[object]]:
    """The same from the interactions, one after the other (design: docs/warmth.md)."""
    cypher = (
        "MATCH (u:User)-[i:INTERACTED_WITH]->(c:Contact) "
        "RETURN u.uid, c.uid, i.at, i.channel, i.direction, i.participants"
    )
    moments: dict[tuple[str, str], list[datetime]] = defaultdict(list)
    sums: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0])
    for user, contact, at, channel, direction, people in graph.read(cypher, lambda *row: row):
        crowd = 0 if people >= 10 else 1 / max(1, people - 1)
        weight = CHANNEL_WEIGHTS[channel] * crowd * 2 ** ((at - EPOCH).total_seconds() / 86_400 / 365)
        ours = {"out": 1.0, "in": 0.0, "both": 0.5}[direction]
        pair = sums[user, contact]
        pair[0], pair[1] = pair[0] + ours * weight, pair[1] + (1 - ours) * weight
        moments[user, contact].append(at)
    return {
        pair: [len(at), min(at), max(at), *map(_heat, (sum(sums[pair]), *sums[pair]))] for pair, at in moments.items()
    }


def _heat(total: float) -> object:
    return pytest.approx(math.log2(total), abs=1e-9) if total else None


@given(imports=IMPORTS)
@several
def test_knows_is_the_sum_of_the_interactions_after_any_imports(
    graph: Graph, monkeypatch: pytest.MonkeyPatch, imports: list[tuple[list[str], int]]
):
    empty(graph)
    with tempfile.TemporaryDirectory() as folder, monkeypatch.context() as patched:
        for name, text in CAST.items():
            Path(folder, f"{name}.csv").write_text(text, encoding="utf-8")
        for rows, size in imports:
            patched.setattr(batches, "ROWS", size)
            Path(folder, "interactions.csv").write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
            import_bundle(graph, [Path(folder)], today=TODAY, refused_path=Path(folder, "refused.csv"))
            assert knows(graph) == summed(graph)

"""The contacts of some users whose KNOWS does not follow from the interactions, to nine digits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.checks.finding import Found

_CYPHER = cypher(__file__)


def knows_drift(
    runner: Runner,
    *,
    users: Sequence[str],
    weights: Mapping[str, float],
    crowd: int,
    epoch_ms: int,
    half_life_ms: float,
    limit: int,
) -> list[Found]:
    """As many of them as asked for: `where` is the user and the contact."""
    return runner.read(
        _CYPHER,
        Found,
        users=users,
        weights=weights,
        crowd=crowd,
        epoch_ms=epoch_ms,
        half_life_ms=half_life_ms,
        limit=limit,
    )

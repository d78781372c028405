"""Make KNOWS of some (user, contact) pairs anew from their interactions; where there are none, there is no KNOWS."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_knows(
    runner: Runner,
    *,
    rows: Sequence[Mapping[str, object]],
    weights: Mapping[str, float],
    crowd: int,
    epoch_ms: int,
    half_life_ms: float,
) -> int:
    """Make KNOWS of some (user, contact) pairs anew from their interactions; answers how many."""
    ((written,),) = runner.write(
        _CYPHER, rows=rows, weights=weights, crowd=crowd, epoch_ms=epoch_ms, half_life_ms=half_life_ms
    )
    return int(written)

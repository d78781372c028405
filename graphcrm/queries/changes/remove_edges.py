"""Remove dated edges that are still at the revision that was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def remove_edges(runner: Runner, *, rows: Sequence[Mapping[str, object]]) -> int:
    """Remove edges, each given by `type`, `uid` and `rev`; answers how many were at that revision."""
    ((written,),) = runner.write(_CYPHER, rows=rows)
    return int(written)

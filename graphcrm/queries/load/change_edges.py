"""Change some properties of dated edges that are still at the revision that was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def change_edges(runner: Runner, *, rows: Sequence[Mapping[str, object]]) -> int:
    """Change some properties of dated edges that are still at the revision that was read; answers how many."""
    ((written,),) = runner.write(_CYPHER, rows=rows)
    return int(written)

"""Give stints and links the bounds that follow from their dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_bounds(runner: Runner, *, rows: Sequence[Mapping[str, object]]) -> int:
    """Set the bounds of edges, each given by `uid`, with what they follow from; answers how many."""
    ((written,),) = runner.write(_CYPHER, rows=rows)
    return int(written)

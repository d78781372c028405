"""Put values of edges of one type in the place of others, where those were not changed meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_values_of_edges(runner: Runner, *, edge: str, rows: Sequence[Mapping[str, object]]) -> int:
    """Take rows of `uid`, and by name what values `was` and `becomes`; answers how many were as they were."""
    ((written,),) = runner.write(_CYPHER, edge=edge, rows=rows)
    return int(written)

"""Put values of nodes of one label in the place of others, where those were not changed meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_values_of_nodes(runner: Runner, *, label: str, rows: Sequence[Mapping[str, object]]) -> int:
    """Take rows of `uid`, and by name what values `was` and `becomes`; answers how many were as they were."""
    ((written,),) = runner.write(_CYPHER, label=label, rows=rows)
    return int(written)

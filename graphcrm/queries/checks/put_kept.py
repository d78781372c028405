"""Put what is kept on contracts, orders and service requests for their lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_kept(runner: Runner, *, rows: Sequence[Mapping[str, object]]) -> int:
    """Put it: a row has `label`, `uid` and `props`; answers how many records were there."""
    ((written,),) = runner.write(_CYPHER, rows=rows)
    return int(written)

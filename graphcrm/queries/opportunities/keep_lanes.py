"""Keep on opportunities what the board, the forecast and their lists read of an index alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def keep_lanes(runner: Runner, *, rows: Sequence[Mapping[str, str]]) -> int:
    """Keep it on those whose `uid` a row has; answers how many there were."""
    ((kept,),) = runner.write(_CYPHER, rows=rows)
    return int(kept)

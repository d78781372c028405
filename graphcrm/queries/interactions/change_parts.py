"""Change properties of pairs' parts in events that are still at the revision that was read, and give them another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def change_parts(runner: Runner, *, rows: Sequence[Mapping[str, object]]) -> int:
    """Change parts: `uid` of the edge, whether it is set `aside`, the revision `read`, the new `rev`, `props`.

    Answers how many were as they had been read.
    """
    ((written,),) = runner.write(_CYPHER, rows=runner.sealing.rows(rows, "interaction"))
    return int(written)

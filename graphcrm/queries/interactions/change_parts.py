"""Change properties of pairs' parts in events, which are locked, and give them a revision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def change_parts(runner: Runner, *, rows: Sequence[Mapping[str, object]]) -> int:
    """Change parts: `uid` of the edge, its new `rev`, and `props`; answers how many."""
    ((written,),) = runner.write(_CYPHER, rows=rows)
    return int(written)

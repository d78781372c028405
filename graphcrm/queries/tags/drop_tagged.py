"""Take tags from records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def drop_tagged(runner: Runner, *, rows: Sequence[Mapping[str, str]]) -> int:
    """Take them: a row has `label`, `record` and `tag`; answers how many were taken."""
    ((gone,),) = runner.write(_CYPHER, rows=rows)
    return int(gone)

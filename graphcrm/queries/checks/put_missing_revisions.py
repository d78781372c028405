"""Write the revisions that are missing of some things."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_missing_revisions(runner: Runner, *, rows: Sequence[Mapping[str, object]]) -> int:
    """Write those of some revisions, as put_revisions takes them, that there are not; answers how many."""
    ((written,),) = runner.write(_CYPHER, rows=rows)
    return int(written)

"""Write revisions, each on the records in whose history it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_revisions(runner: Runner, *, rows: Sequence[Mapping[str, object]]) -> int:
    """Write revisions: `uid`, `props`, and `on`, a list of [label, uid]; answers on how many records they are."""
    ((written,),) = runner.write(_CYPHER, rows=rows)
    return int(written)

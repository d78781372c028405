"""Write revisions, each on the histories that it is part of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_revisions(runner: Runner, *, rows: Sequence[Mapping[str, object]]) -> int:
    """Write revisions: `uid`, `props`, and `on`, the uids of histories; answers on how many they are."""
    ((written,),) = runner.write(_CYPHER, rows=rows)
    return int(written)

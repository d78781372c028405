"""Give records their handles, new ones or with another `primary`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_handles(runner: Runner, *, rows: Sequence[Mapping[str, object]]) -> int:
    """Give records their handles, new ones or with another `primary`; answers how many."""
    ((written,),) = runner.write(_CYPHER, rows=rows)
    return int(written)

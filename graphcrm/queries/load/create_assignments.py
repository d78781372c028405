"""Create assignments of records of any kind that has owners."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def create_assignments(runner: Runner, *, rows: Sequence[Mapping[str, object]], at: datetime) -> int:
    """Create assignments of records of any kind that has owners; answers how many."""
    ((written,),) = runner.write(_CYPHER, rows=rows, at=at)
    return int(written)

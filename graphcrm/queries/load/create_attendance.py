"""Say that contacts and leads attend campaigns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def create_attendance(runner: Runner, *, rows: Sequence[Mapping[str, object]], at: datetime) -> int:
    """Say so, once for each row; answers how many."""
    ((written,),) = runner.write(_CYPHER, rows=rows, at=at)
    return int(written)

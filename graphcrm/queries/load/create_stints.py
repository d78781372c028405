"""Create stints; their bounds come as ISO text, which is cheaper to send than dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def create_stints(runner: Runner, *, rows: Sequence[Mapping[str, object]], at: datetime) -> int:
    """Create stints; their bounds come as ISO text, which is cheaper to send than dates; answers how many."""
    ((written,),) = runner.write(_CYPHER, rows=rows, at=at)
    return int(written)

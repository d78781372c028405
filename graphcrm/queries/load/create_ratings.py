"""Create ratings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def create_ratings(runner: Runner, *, rows: Sequence[Mapping[str, object]], at: datetime) -> int:
    """Create ratings; answers how many."""
    ((written,),) = runner.write(_CYPHER, rows=rows, at=at)
    return int(written)

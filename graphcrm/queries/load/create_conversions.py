"""Say what leads became."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def create_conversions(runner: Runner, *, rows: Sequence[Mapping[str, object]], at: datetime) -> int:
    """Say what leads became: a row has `uid`, `lead`, `label`, `record` and `props`; answers how many were written."""
    ((written,),) = runner.write(_CYPHER, rows=rows, at=at)
    return int(written)

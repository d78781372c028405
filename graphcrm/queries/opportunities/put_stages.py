"""Write what differs of stages, each of which is made where there is none of its key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_stages(runner: Runner, *, rows: Sequence[Mapping[str, object]], at: datetime) -> int:
    """Write them, and answer how many.

    A row has `key`, `props`, and `more`, by how much its revision rises: by none where only its place follows.
    """
    ((written,),) = runner.write(_CYPHER, rows=rows, at=at)
    return int(written)

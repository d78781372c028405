"""Create records, or change them where they are still at the revision that was read; and give them handles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_records(runner: Runner, *, rows: Sequence[Mapping[str, object]], at: datetime) -> int:
    """Create records, or change them, and give them handles; answers how many were as they had been read."""
    ((written,),) = runner.write(_CYPHER, rows=runner.sealing.rows(rows), at=at)
    return int(written)

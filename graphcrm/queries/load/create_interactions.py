"""Create interactions with contacts and leads; `at` comes as ISO text, which is cheaper to send than an instant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def create_interactions(runner: Runner, *, rows: Sequence[Mapping[str, object]], at: datetime) -> int:
    """Create interactions with contacts and leads; answers how many."""
    ((written,),) = runner.write(_CYPHER, rows=runner.sealing.rows(rows, "interaction"), at=at)
    return int(written)

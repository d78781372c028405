"""Create links of accounts with accounts, and of contacts with contacts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def create_links(runner: Runner, *, rows: Sequence[Mapping[str, object]], at: datetime) -> int:
    """Create links: `uid`, `type`, `label` of both ends, their uids `start` and `end`, `props`; answers how many."""
    ((written,),) = runner.write(_CYPHER, rows=rows, at=at)
    return int(written)

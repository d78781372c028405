"""Make users members of a team, by its name, and of no other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_memberships(runner: Runner, *, rows: Sequence[Mapping[str, object]], at: datetime) -> int:
    """Make users members of a team, by its name, and of no other; answers how many."""
    ((written,),) = runner.write(_CYPHER, rows=rows, at=at)
    return int(written)

"""Give times in other zones than Z the same moment in Z."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_zones(runner: Runner, *, limit: int) -> int:
    """Change as many as asked for; answers how many."""
    ((written,),) = runner.write(_CYPHER, limit=limit)
    return int(written)

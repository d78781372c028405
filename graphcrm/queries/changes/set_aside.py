"""Set aside every edge of a record, and forget who knows whom by it."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def set_aside(runner: Runner, *, label: str, uid: str) -> int:
    """Make TRASHED edges of all edges of a record; derived ones are dropped. Answers how many there are now."""
    ((moved,),) = runner.write(_CYPHER, label=label, uid=uid)
    return int(moved)

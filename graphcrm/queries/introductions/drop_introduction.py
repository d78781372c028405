"""Remove an introduction that is at a revision."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def drop_introduction(runner: Runner, *, uid: str, rev: int) -> int:
    """Remove one; answers 0 where it is at another revision."""
    ((removed,),) = runner.write(_CYPHER, uid=uid, rev=rev)
    return int(removed)

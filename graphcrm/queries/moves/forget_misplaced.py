"""Forget that users were told of a move from another account than the one that was left."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def forget_misplaced(runner: Runner, *, job: str, left: str) -> bool:
    """Of the move that a job began; answers whether there was any."""
    ((gone,),) = runner.write(_CYPHER, job=job, left=left)
    return bool(gone)

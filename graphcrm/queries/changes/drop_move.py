"""Forget a move, and that users were told of it."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def drop_move(runner: Runner, *, uid: str) -> int:
    """Forget a move; answers 0 where there is none."""
    ((dropped,),) = runner.write(_CYPHER, uid=uid)
    return int(dropped)

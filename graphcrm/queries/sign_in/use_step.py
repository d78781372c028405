"""Use the one-time code of a time step: neither that nor an earlier one is taken again."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def use_step(runner: Runner, *, uid: str, step: int) -> bool:
    """Whether it was good: of several who use it at once, one may."""
    return bool(runner.write(_CYPHER, uid=uid, step=step))

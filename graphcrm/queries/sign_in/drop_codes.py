"""Ask a user for no one-time codes any more."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def drop_codes(runner: Runner, *, uid: str) -> bool:
    """Answers whether they were asked before."""
    return bool(runner.write(_CYPHER, uid=uid))

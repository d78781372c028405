"""The records that are in the list of an automation, as it was last looked at."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def standing(runner: Runner, *, uid: str, limit: int) -> frozenset[str]:
    """Their uids."""
    return frozenset(runner.read(_CYPHER, str, uid=uid, limit=limit))

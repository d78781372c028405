"""Everybody whose jobs acquisitions carry over, or have carried over."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def carried_people(runner: Runner, *, limit: int) -> list[str]:
    """Their uids, in order."""
    (found,) = runner.read(_CYPHER, list[str], limit=limit)
    return found

"""The open tasks about a lead."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
MOST = 1_000  # of one lead


def open_about(runner: Runner, *, lead: str, limit: int = MOST) -> list[str]:
    """The uids of the open tasks about a lead, at most `limit`."""
    return runner.read(_CYPHER, str, lead=lead, limit=limit)

"""The interactions that a lead took part in, those set aside too."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
MOST = 10_000  # of one lead: an inbox that answers itself has fewer


def events(runner: Runner, *, lead: str, limit: int = MOST) -> list[str]:
    """The uids of the interactions that a lead took part in, at most `limit`."""
    return runner.read(_CYPHER, str, lead=lead, limit=limit)

"""What was done to one thing after a revision of it, the latest first."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def revisions_since(
    runner: Runner, *, kind: str, of: str, rev: int, limit: int = 1_000
) -> list[tuple[int, str | None]]:
    """The (rev, before as JSON) of what was done after revision `rev`: applied one by one, they lead back to it."""
    return runner.read(_CYPHER, lambda rev, before: (rev, before), kind=kind, of=of, rev=rev, limit=limit)

"""What one change did, in the order in which it was done."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.changes.revision import Revision, shown

_CYPHER = cypher(__file__)
_MOST = 100_000  # of one change: the jobs and interactions of one record


def revisions_of(runner: Runner, *, change: str, limit: int = _MOST) -> list[Revision]:
    """The revisions of a change; none where there is no such change."""
    return shown(runner, runner.read(_CYPHER, Revision, change=change, limit=limit))

"""The revisions in the history of a record, the latest first."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.changes.revision import Revision, shown

_CYPHER = cypher(__file__)


def revisions_on(runner: Runner, *, label: str, uid: str, after: str | None = None, limit: int = 50) -> list[Revision]:
    """One page of the history of a record, in the trash or not; `after` is the uid of the last one seen."""
    return shown(runner, runner.read(_CYPHER, Revision, label=label, uid=uid, after=after, limit=limit))

"""Entries of the audit log, the latest first: all, or those of a record, a user, or an action."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.audit.entry import Entry
from graphcrm.queries.catalogue import cypher

END = 2**53  # no log is as long
_CYPHER = cypher(__file__)


def entries(
    runner: Runner,
    *,
    record: str | None = None,
    user: str | None = None,
    action: str | None = None,
    first: int = 1,
    before: int = END,
    limit: int = 50,
) -> list[Entry]:
    """One page: of the entries that have all that is asked for, those from number `first` on and below `before`."""
    return runner.read(_CYPHER, Entry, record=record, user=user, action=action, first=first, before=before, limit=limit)

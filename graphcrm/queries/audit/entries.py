"""Entries of the audit log, the latest first: all, or those of a record, a user, or an action."""

from __future__ import annotations

from typing import TypedDict

from graphcrm.graph import Runner
from graphcrm.queries.audit.entry import Entry
from graphcrm.queries.catalogue import cypher

END = 2**53  # no log is as long
_CYPHER = cypher(__file__)


class Asked(TypedDict):
    """Which entries: of a record (its uid), a user and an action, None for any; from `first` on, below `before`."""

    record: str | None
    user: str | None
    action: str | None
    first: int
    before: int


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
    """One page: the last of the entries that are all that is asked for.

    They are looked for where the fewest are: along those of the record, else of the user, else of the action.
    """
    return runner.read(
        _CYPHER,
        Entry,
        record=record,
        of_user=None if record else user,
        of_action=None if record or user else action,
        of_all=None if record or user or action else before,
        user=user,
        action=action,
        first=first,
        before=before,
        limit=limit,
    )

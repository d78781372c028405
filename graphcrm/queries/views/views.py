"""The saved views that a user sees, or one of them: their own, and those that somebody of their team shares."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
MOST = 1_000  # views: more nobody tells apart


@dataclass(frozen=True, slots=True)
class SavedView:
    """A saved view. `place` is where among the pinned ones of who asks, None where it is not; `state` of one alone."""

    uid: str
    name: str
    of: str
    target: str | None
    target_name: str | None
    parameters: str
    state: str | None
    shared: bool
    place: int | None
    owner: str
    owner_name: str
    created_at: datetime
    updated_at: datetime
    rev: int


def views(
    runner: Runner,
    *,
    user: str,
    uid: str | None = None,
    of: str | None = None,
    target: str | None = None,
    after: str = "",
    limit: int = MOST,
) -> list[SavedView]:
    """Those of a page and about a record, if these are named, in the order of their uids; `after` is the last seen.

    What is about a record that may not be seen, or is in the trash, is left out.
    """
    return runner.read(_CYPHER, SavedView, user=user, uid=uid, of=of, target=target, after=after, limit=limit)

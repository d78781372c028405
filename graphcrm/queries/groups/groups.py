"""The groups that a user sees, or one of them: their own, and those that somebody of their team shares."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
MOST = 1_000  # groups: more nobody tells apart


@dataclass(frozen=True, slots=True)
class Group:
    """A group, and how many records of each kind that who asks sees are in it."""

    uid: str
    name: str
    shared: bool
    contacts: int
    accounts: int
    owner: str
    owner_name: str
    created_at: datetime
    updated_at: datetime
    rev: int


def groups(runner: Runner, *, user: str, uid: str | None = None, after: str = "", limit: int = MOST) -> list[Group]:
    """Those, in the order of their uids; `after` is the last seen."""
    return runner.read(_CYPHER, Group, user=user, uid=uid, after=after, limit=limit)

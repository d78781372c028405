"""The groups that a user sees, or one of them: their own, and those that somebody of their team shares."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
_PAGE = 1_000


@dataclass(frozen=True, slots=True)
class Group:
    """A group, and how many records of each kind that who asks sees are in it, where they are counted."""

    uid: str
    name: str
    shared: bool
    contacts: int | None
    accounts: int | None
    owner: str
    owner_name: str
    created_at: datetime
    updated_at: datetime
    rev: int


def groups(
    runner: Runner, *, user: str, uid: str | None = None, after: str = "", sized: bool = False, limit: int = _PAGE
) -> list[Group]:
    """Those, in the order of their uids; `after` is the last seen."""
    return runner.read(_CYPHER, Group, user=user, uid=uid, after=after, sized=sized, limit=limit)


def all_groups(runner: Runner, *, user: str, sized: bool = False) -> list[Group]:
    """All of them, however many they are, by name."""
    found = page = groups(runner, user=user, sized=sized, limit=_PAGE)
    while len(page) == _PAGE:
        page = groups(runner, user=user, after=page[-1].uid, sized=sized, limit=_PAGE)
        found = [*found, *page]
    return sorted(found, key=lambda one: (one.name.casefold(), one.uid))

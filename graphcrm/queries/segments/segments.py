"""The segments that a user sees, or one of them: their own, and those that somebody of their team shares."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
_PAGE = 1_000


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment; `conditions` is JSON, and `sizes` are of its owner alone, each as 2026-05-17 12."""

    uid: str
    name: str
    kind: str
    conditions: str
    shared: bool
    sizes: list[str]
    owner: str
    owner_name: str
    created_at: datetime
    updated_at: datetime
    rev: int


def segments(
    runner: Runner,
    *,
    user: str,
    uid: str | None = None,
    kind: str | None = None,
    after: str = "",
    limit: int = _PAGE,
) -> list[Segment]:
    """Those of a kind of record, if it is named, in the order of their uids; `after` is the last seen."""
    return runner.read(_CYPHER, Segment, user=user, uid=uid, kind=kind, after=after, limit=limit)


def all_segments(runner: Runner, *, user: str, kind: str | None = None) -> list[Segment]:
    """All of them, however many they are, by name."""
    found = page = segments(runner, user=user, kind=kind, limit=_PAGE)
    while len(page) == _PAGE:
        page = segments(runner, user=user, kind=kind, after=page[-1].uid, limit=_PAGE)
        found = [*found, *page]
    return sorted(found, key=lambda one: (one.name.casefold(), one.uid))

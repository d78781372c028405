"""What one change did to one thing."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from graphcrm.graph import Runner


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision; `before` and `after` are JSON, None for what was not there. `by` is None for the command line."""

    uid: str
    change: str
    kind: str
    of: str
    rev: int
    action: str
    at: datetime
    by: str | None
    by_name: str | None
    why: str | None
    before: str | None
    after: str | None
    undoes: str | None
    private: bool
    followed: bool
    undone: bool


def shown(runner: Runner, revisions: Iterable[Revision]) -> list[Revision]:
    """Revisions without the fields that are hidden from who asks."""
    return [_without(revision, runner.sight.hides(revision.kind)) for revision in revisions]


def _without(revision: Revision, hidden: frozenset[str]) -> Revision:
    if not hidden:
        return revision
    before, after = (_less(state, hidden) for state in (revision.before, revision.after))
    return replace(revision, before=before, after=after)


def _less(state: str | None, hidden: frozenset[str]) -> str | None:
    if state is None:
        return None
    return json.dumps({name: value for name, value in json.loads(state).items() if name not in hidden})

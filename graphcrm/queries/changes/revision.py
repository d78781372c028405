"""What one change did to one thing."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.changes.seen import SEEN


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
    """Revisions without the fields that are hidden from who asks, and the records that they name and do not see."""
    found = [_without(revision, runner.sight.hides(revision.kind)) for revision in revisions]
    told: dict[str, Revision] = {}
    for kind, seen in SEEN.items():
        of_kind = [one for one in found if one.kind == kind]
        states = seen(runner, [json.loads(state or "null") for one in of_kind for state in (one.before, one.after)])
        texts = iter(None if state is None else json.dumps(state) for state in states)
        told |= {one.uid: replace(one, before=next(texts), after=next(texts)) for one in of_kind}
    return [told.get(one.uid, one) for one in found]


def _without(revision: Revision, hidden: frozenset[str]) -> Revision:
    if not hidden:
        return revision
    before, after = (_less(state, hidden) for state in (revision.before, revision.after))
    return replace(revision, before=before, after=after)


def _less(state: str | None, hidden: frozenset[str]) -> str | None:
    if state is None:
        return None
    return json.dumps({name: value for name, value in json.loads(state).items() if name not in hidden})

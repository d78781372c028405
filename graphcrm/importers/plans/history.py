"""What a batch changes is remembered, as one change (docs/changes.md); what it creates is said by its source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graphcrm.graph import Runner
from graphcrm.importers.known import Context
from graphcrm.importers.sinks import Step
from graphcrm.queries.changes.put_revisions import put_revisions
from graphcrm.services.changes import Author, Change, Record
from graphcrm.services.stints import BOUNDS


def begin(runner: Runner, context: Context) -> Change:
    """The change that a batch is."""
    return Change(runner, Author(why=f"import {context.source}".strip()))


def note(
    change: Change,
    kind: str,
    edit: Mapping[str, Any],
    stored: Mapping[str, Any],
    on: Iterable[Record],
    ends: Mapping[str, str] | None = None,
) -> None:
    """Remember an edit of a dated edge, a row of change_edges; `ends` is said each time, where the uid does not tell.

    Bounds are left out: they follow.
    """
    after = {name: value for name, value in edit["props"].items() if name not in BOUNDS}
    before = {name: stored.get(name) for name in after}
    ends = ends or {}
    change.remember(
        kind, edit["uid"], edit["rev"] + 1, "change", before={**before, **ends}, after={**after, **ends}, on=on
    )


def step(change: Change) -> Step:
    """Write what was remembered, in the transaction of the batch."""
    return Step(_put, change.revisions)


def _put(runner: Runner, *, rows: Sequence[Mapping[str, object]]) -> int:
    put_revisions(runner, rows=rows)
    return len(rows)

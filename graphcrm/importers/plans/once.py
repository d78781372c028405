"""Edges that say since when something is so, one for each key: a rating of a pair, what a lead became."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from graphcrm.dates import start_of_day
from graphcrm.importers.known import Context
from graphcrm.importers.plans import history
from graphcrm.importers.rows import NO_OFFSET, Row, offset_less
from graphcrm.importers.sinks import Plan, Step
from graphcrm.queries.load.change_edges import change_edges
from graphcrm.services.changes import Change, Record


@dataclass(slots=True)
class Once:
    """What the rows of a batch come to: `edge` is the type, `kind` what its revisions are of, `ends` the keys that name
    records."""

    edge: str
    kind: str
    ends: frozenset[str]
    context: Context
    change: Change
    plan: Plan
    new: list[dict[str, Any]] = field(default_factory=list)
    edits: list[dict[str, Any]] = field(default_factory=list)

    def create(self, row: Row, ends: Mapping[str, str]) -> None:
        """Take a row that says something new; without a time it is so since today."""
        self._note(row)
        source = {"source": self.context.source} if self.context.source else {}
        props = {"at": start_of_day(self.context.today), **source, **self._given(row)}
        self.plan.created[row.file] += 1
        self.new.append({"uid": row.uid, **ends, "props": props})

    def compare(
        self, row: Row, at: datetime, stored: Mapping[str, Any], on: Iterable[Record], ends: Mapping[str, str]
    ) -> None:
        """Take a row about an edge that is there, with its time and its properties."""
        self._note(row)
        props = {**stored, "at": at}
        changes = {name: value for name, value in self._given(row).items() if props.get(name) != value}
        if not changes:
            self.plan.unchanged[row.file] += 1
            return
        self.plan.changed[row.file] += 1
        edit = {"type": self.edge, "uid": props["uid"], "rev": props.get("rev") or 0, "props": changes}
        self.edits.append(edit)
        history.note(self.change, self.kind, edit, props, on, ends)

    def steps(self, create: Callable[..., int]) -> list[Step]:
        """What is written, by the query that creates such edges."""
        created = Step(partial(create, at=self.context.at), self.new)
        return [created, Step(change_edges, self.edits), history.step(self.change)]

    def _given(self, row: Row) -> dict[str, Any]:
        return {key: value for key, value in row.values.items() if key not in self.ends}

    def _note(self, row: Row) -> None:
        if offset_less(row.cell("at")):
            self.plan.notes.append(row.note("no_offset", NO_OFFSET))

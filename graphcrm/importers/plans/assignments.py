"""assigned_to.csv: who owns a record.

All rows of one record are decided together (groups.py), because at most one of its assignments is open.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from graphcrm.access import kind_of
from graphcrm.errors import InvalidInputError
from graphcrm.graph import Runner
from graphcrm.importers.columns import RECORD_LABELS
from graphcrm.importers.known import Context, without_set_aside, without_unknown
from graphcrm.importers.plans import history
from graphcrm.importers.report import Refused
from graphcrm.importers.rows import Row
from graphcrm.importers.sinks import Plan, Step
from graphcrm.nodes.ids import derived, external_id, uid_of
from graphcrm.queries.load.change_edges import change_edges
from graphcrm.queries.load.create_assignments import create_assignments
from graphcrm.queries.load.stored_assignments import StoredAssignment, stored_assignments
from graphcrm.queries.ownership.keep_owners import keep_owners
from graphcrm.services.changes import Change

_REFERENCES = (("user", "User"), *RECORD_LABELS.items())
_NO_PROPERTIES = {"id", *(key for key, _ in _REFERENCES)}
_ONE_OF = ", or ".join(f"{kind}_id" for kind in RECORD_LABELS)

Record = tuple[str, str]  # label and uid


@dataclass(frozen=True, slots=True)
class _Standing:
    """An assignment as it will be."""

    uid: str
    record: Record
    user: str
    props: dict[str, Any]

    @property
    def open(self) -> bool:
        return self.props.get("end") is None


def identify(row: Row) -> str:
    """The uid of the row's edge when it is new: its end is left out, so that a row which ends it is the same one."""
    label, uid = _record(row)
    if "id" in row.values:
        row.need("user", "user_id")
        return uid_of("assignment", row.values["id"])
    start: date | None = row.values.get("start")
    return derived("assignment", label, uid, row.need("user", "user_id"), start.isoformat() if start else "")


def _record(row: Row) -> Record:
    """The record a row is about, by its kind and id or by the column that says both; kept under the latter's key."""
    values = row.values
    if "record" in values:
        kind = row.need("record_kind", "record_kind")
        values[kind] = uid_of(kind, values.pop("record"))
        del values["record_kind"]
    given = [kind for kind in RECORD_LABELS if kind in values]
    if len(given) != 1:
        message = f"a row names one record: record_kind and record_id, or {_ONE_OF}."
        raise InvalidInputError(message, field="record")
    return RECORD_LABELS[given[0]], values[given[0]]


def plan(runner: Runner, rows: list[Row], context: Context) -> Plan:
    """What a batch of whole groups comes to."""
    rows, unknown = without_unknown(runner, context, rows, _REFERENCES)
    rows, aside = without_set_aside(runner, rows, ["ASSIGNED_TO"])
    groups: dict[Record, list[Row]] = defaultdict(list)
    for row in rows:
        groups[_record(row)].append(row)
    given = [row.uid for row in rows if "id" in row.values]
    found = [_stored(each) for each in stored_assignments(runner, records=list(groups), uids=given)]
    planning = _Planning(context, history.begin(runner, context), {each.uid: each for each in found})
    stored: dict[Record, list[_Standing]] = defaultdict(list)
    for each in found:
        stored[each.record].append(each)
    planning.plan.refused = [_refused(row, reason, key) for row, key, reason in unknown + aside]
    for record, group in groups.items():
        planning.decide(group, stored[record])
    created = Step(partial(create_assignments, at=context.at), planning.new)
    kept = [{"label": label, "uid": uid} for label, uid in planning.reassigned]
    planning.plan.steps = [
        Step(change_edges, planning.edits), created, history.step(planning.change),
        Step(partial(_keep, on=context.today), kept),
    ]  # fmt: skip
    return planning.plan


def _keep(runner: Runner, *, rows: list[dict[str, Any]], on: date) -> int:
    """Keep on the records whose they are; one that is in the trash by now is put right when it comes back."""
    keep_owners(runner, records=[(row["label"], row["uid"]) for row in rows], users=[], on=on)
    return len(rows)


def _refused(row: Row, reason: str, key: str | None) -> Refused:
    return row.refused(reason, key if key in row.header.index else "record")


def _stored(found: StoredAssignment) -> _Standing:
    props = {**found.props, "start": found.start, "end": found.end}
    return _Standing(found.props["uid"], (found.label, found.record), found.user, props)


class _Planning:
    """Gathers what a batch comes to."""

    def __init__(self, context: Context, change: Change, stored: dict[str, _Standing]) -> None:
        self._context, self.change, self._stored = context, change, stored
        self.plan = Plan(change=change)
        self.new: list[dict[str, Any]] = []
        self.edits: list[dict[str, Any]] = []
        self.reassigned: set[Record] = set()

    def decide(self, rows: list[Row], stored: list[_Standing]) -> None:
        """Decide all rows of one record, whose stored assignments are `stored`."""
        pairs = _match([row for row in rows if not self._is_another(row)], stored)
        matched = {found.uid for _, found in pairs if found}
        standing = [found for found in stored if found.uid not in matched]
        # What ends comes first, so that the next can begin, and what is stored before what would be new.
        for row, found in sorted(pairs, key=lambda pair: ("end" not in pair[0].values, pair[1] is None)):
            try:
                assignment = self._result(row, found, standing)
            except InvalidInputError as error:
                self.plan.refused.append(_refused(row, error.detail, error.field))
                standing += [found] if found else []
                continue
            standing.append(assignment)
            self._write(row, assignment, found)

    def _is_another(self, row: Row) -> bool:
        """Refuse a row whose assignment_id is that of another record's or user's assignment."""
        found = self._stored.get(row.uid) if "id" in row.values else None
        if found is None or (found.record, found.user) == (_record(row), row.values["user"]):
            return False
        where = f"that assignment is of {kind_of(found.record[0])} {found.record[1]} to {found.user}"
        self.plan.refused.append(row.refused(f"{where}; it keeps both: end it, and add another.", "id"))
        return True

    def _result(self, row: Row, found: _Standing | None, standing: list[_Standing]) -> _Standing:
        """The assignment as a row leaves it; raises InvalidInputError where it cannot be."""
        given = {name: row.values[name] for name in row.values if name not in _NO_PROPERTIES}
        props = {**(found.props if found else self._defaults(given)), **given}
        start, end = props.get("start"), props.get("end")
        if end and (start is None or end < start):  # assigned and released on one day is a fact
            message = f"end is {end}; it cannot be before the start, {start or 'which is not known'}."
            raise InvalidInputError(message, field="end")
        result = _Standing(found.uid if found else row.uid, _record(row), row.values["user"], props)
        other = next((other for other in standing if other.open and result.open), None)
        if other:
            message = f"it is assigned to {other.user} since {other.props.get('start')}; end that assignment first."
            raise InvalidInputError(message, field="user")
        return result

    def _defaults(self, given: dict[str, Any]) -> dict[str, Any]:
        # Whoever has it without a date has it by today; of an assignment that has ended, today says nothing.
        start = {} if "end" in given else {"start": self._context.today}
        return {**start, **({"source": self._context.source} if self._context.source else {})}

    def _write(self, row: Row, assignment: _Standing, found: _Standing | None) -> None:
        uid, props = assignment.uid, assignment.props
        if found is None:
            self.plan.created[row.file] += 1
            self.reassigned.add(assignment.record)
            kept = external_id(row.values["id"]) if "id" in row.values else None
            named = {"uid": uid, "label": assignment.record[0], "record": assignment.record[1], "user": assignment.user}
            self.new.append({**named, "props": {**({"external_id": kept} if kept else {}), **props}})
            return
        changes = {name: value for name, value in props.items() if found.props.get(name) != value}
        if not changes:
            self.plan.unchanged[row.file] += 1
            return
        self.plan.changed[row.file] += 1
        self.reassigned.add(assignment.record)
        edit = {"type": "ASSIGNED_TO", "uid": uid, "rev": found.props.get("rev") or 0, "props": changes}
        self.edits.append(edit)
        on = [assignment.record, ("User", assignment.user)]
        history.note(self.change, "assignment", edit, found.props, on)


def _match(rows: list[Row], stored: list[_Standing]) -> list[tuple[Row, _Standing | None]]:
    """Each row with the stored assignment that it is.

    By uid, else by its user and start, else by its user alone where the row has no start and one is open. A row with an
    id of its own may be one of two on the same day, so for it the end has to fit as well.
    """
    by_uid = {found.uid: found for found in stored}
    named = {row.uid for row in rows}
    free = {found.uid: found for found in stored if found.uid not in named}
    pairs = []
    for row in rows:
        found = by_uid.get(row.uid) or next((found for found in free.values() if _is(row, found)), None)
        if found:
            free.pop(found.uid, None)
        pairs.append((row, found))
    return pairs


def _is(row: Row, found: _Standing) -> bool:
    if found.user != row.values["user"]:
        return False
    start, end = row.values.get("start"), row.values.get("end")
    if "id" in row.values:
        return (found.props.get("start"), found.props.get("end")) == (start, end)
    return bool(found.props.get("start") == start) if start else found.open

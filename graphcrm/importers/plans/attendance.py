"""attendance.csv: whether contacts and leads are asked to a campaign, and come; one edge each."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial
from typing import Any

from graphcrm.errors import InvalidInputError
from graphcrm.graph import Runner
from graphcrm.importers.known import Context, without_unknown
from graphcrm.importers.plans import history
from graphcrm.importers.rows import Row
from graphcrm.importers.sinks import Plan, Step
from graphcrm.nodes.ids import derived
from graphcrm.queries.load.change_edges import change_edges
from graphcrm.queries.load.create_attendance import create_attendance
from graphcrm.queries.load.stored_attendance import StoredAttendance, stored_attendance
from graphcrm.services.attendance import EDGE, KIND, check_day
from graphcrm.services.changes import Change

_RECORDS = {"contact": "Contact", "lead": "Lead"}
_REFERENCES = (("campaign", "Campaign"), *_RECORDS.items())
_ENDS = frozenset({"campaign", *_RECORDS})

Key = tuple[str, str, str]  # the campaign, and the label and uid of who attends it


def identify(row: Row) -> str:
    """The uid of the row's edge when it is new."""
    row.need("status", "status")
    check_day(row.values.get("on"), datetime.now(UTC).date())
    return derived(KIND, *_key(row))


def plan(runner: Runner, rows: list[Row], context: Context) -> Plan:
    """What a batch of rows comes to."""
    rows, unknown = without_unknown(runner, context, rows, _REFERENCES)
    change = history.begin(runner, context)
    result = Plan(refused=[row.refused(reason, key) for row, key, reason in unknown], change=change)
    keys = [_key(row) for row in rows]
    stored = {(one.campaign, one.label, one.person): one for one in stored_attendance(runner, attending=keys)}
    new: list[dict[str, Any]] = []
    edits: list[dict[str, Any]] = []
    for row, key in zip(rows, keys, strict=True):
        if one := stored.get(key):
            edits += _edit(row, one, result, change, context.today)
        else:
            new.append(_new(row, key, context))
            result.created[row.file] += 1
    result.steps = [
        Step(partial(create_attendance, at=context.at), new), Step(change_edges, edits), history.step(change)
    ]  # fmt: skip
    return result


def _key(row: Row) -> Key:
    given = [kind for kind in _RECORDS if kind in row.values]
    if len(given) != 1:
        raise InvalidInputError("a row names one person: contact_id, or lead_id.", field="contact")
    return row.need("campaign", "campaign_id"), _RECORDS[given[0]], row.values[given[0]]


def _given(row: Row) -> dict[str, Any]:
    return {name: value for name, value in row.values.items() if name not in _ENDS}


def _new(row: Row, key: Key, context: Context) -> dict[str, Any]:
    """A row that says something new; without a day it is so since today."""
    campaign, label, person = key
    source = {"source": context.source} if context.source else {}
    props = {"on": context.today, **source, **_given(row)}
    return {"uid": row.uid, "campaign": campaign, "label": label, "person": person, "props": props}


def _edit(row: Row, one: StoredAttendance, plan: Plan, change: Change, today: date) -> list[dict[str, Any]]:
    """What a row changes of an edge that is there; without a day another status is so since today."""
    props, given = {**one.props, "on": one.on}, _given(row)
    if "on" not in given and given["status"] != props.get("status"):
        given["on"] = today
    changes = {name: value for name, value in given.items() if props.get(name) != value}
    if not changes:
        plan.unchanged[row.file] += 1
        return []
    plan.changed[row.file] += 1
    edit = {"type": EDGE, "uid": props["uid"], "rev": props.get("rev") or 0, "props": changes}
    ends = {"campaign": one.campaign, one.label.lower(): one.person}
    history.note(change, KIND, edit, props, [("Campaign", one.campaign), (one.label, one.person)], ends)
    return [edit]

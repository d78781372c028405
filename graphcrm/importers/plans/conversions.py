"""conversions.csv: that a lead became a contact, or an account; one edge each."""

from __future__ import annotations

from functools import partial
from typing import Any

from graphcrm.dates import start_of_day
from graphcrm.errors import InvalidInputError
from graphcrm.graph import Runner
from graphcrm.importers.known import Context, without_unknown
from graphcrm.importers.plans import history
from graphcrm.importers.rows import Row, offset_less
from graphcrm.importers.sinks import Plan, Step
from graphcrm.nodes.ids import derived
from graphcrm.queries.load.change_edges import change_edges
from graphcrm.queries.load.create_conversions import create_conversions
from graphcrm.queries.load.stored_conversions import StoredConversion, stored_conversions
from graphcrm.services.changes import Change

_RECORDS = {"contact": "Contact", "account": "Account"}
_REFERENCES = (("lead", "Lead"), *_RECORDS.items())
_ENDS = frozenset({"lead", *_RECORDS})

Key = tuple[str, str, str]  # the lead, and the label and uid of what it became


def identify(row: Row) -> str:
    """The uid of the row's edge when it is new."""
    return derived("conversion", *_key(row))


def _key(row: Row) -> Key:
    given = [kind for kind in _RECORDS if kind in row.values]
    if len(given) != 1:
        raise InvalidInputError("a row names one record: contact_id, or account_id.", field="contact")
    return row.need("lead", "lead_id"), _RECORDS[given[0]], row.values[given[0]]


def plan(runner: Runner, rows: list[Row], context: Context) -> Plan:
    """What a batch of rows comes to."""
    rows, unknown = without_unknown(runner, context, rows, _REFERENCES)
    change = history.begin(runner, context)
    result = Plan(refused=[row.refused(reason, key) for row, key, reason in unknown], change=change)
    found = stored_conversions(runner, leads=sorted({row.values["lead"] for row in rows}))
    stored = {(one.lead, one.label, one.record): one for one in found}
    new: list[dict[str, Any]] = []
    edits: list[dict[str, Any]] = []
    for row in rows:
        key = _key(row)
        if offset_less(row.cell("at")):
            result.notes.append(row.note("no_offset", "times without an offset were taken as UTC"))
        if key in stored:
            _change(row, stored[key], result, edits, change)
        else:
            result.created[row.file] += 1
            ends = dict(zip(("lead", "label", "record"), key, strict=True))
            new.append({"uid": row.uid, **ends, "props": _created(row, context)})
    created = Step(partial(create_conversions, at=context.at), new)
    result.steps = [created, Step(change_edges, edits), history.step(change)]
    return result


def _given(row: Row) -> dict[str, Any]:
    return {key: value for key, value in row.values.items() if key not in _ENDS}


def _created(row: Row, context: Context) -> dict[str, Any]:
    source = {"source": context.source} if context.source else {}
    return {"at": start_of_day(context.today), **source, **_given(row)}


def _change(row: Row, stored: StoredConversion, plan: Plan, edits: list[dict[str, Any]], change: Change) -> None:
    props = {**stored.props, "at": stored.at}
    changes = {name: value for name, value in _given(row).items() if props.get(name) != value}
    if not changes:
        plan.unchanged[row.file] += 1
        return
    plan.changed[row.file] += 1
    edit = {"type": "CONVERTED_TO", "uid": stored.uid, "rev": props.get("rev") or 0, "props": changes}
    edits.append(edit)
    ends = {"lead": stored.lead, stored.label.lower(): stored.record}
    history.note(change, "conversion", edit, props, [("Lead", stored.lead), (stored.label, stored.record)], ends)

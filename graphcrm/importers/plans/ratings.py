"""ratings.csv: a user's own word on how well they know a contact, one edge per pair."""

from __future__ import annotations

from functools import partial
from typing import Any

from graphcrm.dates import start_of_day
from graphcrm.graph import Runner
from graphcrm.importers.known import Context, without_unknown
from graphcrm.importers.plans import history
from graphcrm.importers.rows import Row, offset_less
from graphcrm.importers.sinks import Plan, Step
from graphcrm.nodes.ids import derived
from graphcrm.queries.load.change_edges import change_edges
from graphcrm.queries.load.create_ratings import create_ratings
from graphcrm.queries.load.stored_ratings import StoredRating, stored_ratings
from graphcrm.services.changes import Change

_REFERENCES = (("user", "User"), ("contact", "Contact"))


def identify(row: Row) -> str:
    """The uid of the row's edge when it is new."""
    pair = row.need("user", "user_id"), row.need("contact", "contact_id")
    row.need("value", "value")
    return derived("rating", *pair)


def plan(runner: Runner, rows: list[Row], context: Context) -> Plan:
    """What a batch of rows comes to."""
    rows, unknown = without_unknown(runner, context, rows, _REFERENCES)
    change = history.begin(runner, context)
    result = Plan(refused=[row.refused(reason, key) for row, key, reason in unknown], change=change)
    pairs = [(row.values["user"], row.values["contact"]) for row in rows]
    stored = {(found.user, found.contact): found for found in stored_ratings(runner, pairs=pairs)}
    new: list[dict[str, Any]] = []
    edits: list[dict[str, Any]] = []
    for row, pair in zip(rows, pairs, strict=True):
        if offset_less(row.cell("at")):
            result.notes.append(row.note("no_offset", "times without an offset were taken as UTC"))
        if pair in stored:
            _change(row, stored[pair], result, edits, change)
        else:
            result.created[row.file] += 1
            new.append({"uid": row.uid, "user": pair[0], "contact": pair[1], "props": _created(row, context)})
    result.steps = [Step(partial(create_ratings, at=context.at), new), Step(change_edges, edits), history.step(change)]
    return result


def _given(row: Row) -> dict[str, Any]:
    return {key: value for key, value in row.values.items() if key not in {"user", "contact"}}


def _created(row: Row, context: Context) -> dict[str, Any]:
    source = {"source": context.source} if context.source else {}
    return {"at": start_of_day(context.today), **source, **_given(row)}


def _change(row: Row, stored: StoredRating, plan: Plan, edits: list[dict[str, Any]], change: Change) -> None:
    props = {**stored.props, "at": stored.at}
    changes = {name: value for name, value in _given(row).items() if props.get(name) != value}
    if not changes:
        plan.unchanged[row.file] += 1
        return
    plan.changed[row.file] += 1
    edit = {"type": "RATES", "uid": props["uid"], "rev": props.get("rev") or 0, "props": changes}
    edits.append(edit)
    pair = {"user": stored.user, "contact": stored.contact}
    history.note(change, "rating", edit, props, [("User", stored.user), ("Contact", stored.contact)], pair)

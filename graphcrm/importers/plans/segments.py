"""segments.csv: questions that users have saved, with how many were in them day by day."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from graphcrm.errors import InvalidInputError
from graphcrm.graph import Runner
from graphcrm.importers.known import Context, without_unknown
from graphcrm.importers.plans import history
from graphcrm.importers.rows import Row
from graphcrm.importers.sinks import Plan, Step
from graphcrm.nodes.ids import uid_of
from graphcrm.queries.load.put_segment_rows import put_segment_rows
from graphcrm.queries.load.stored_segments import StoredSegment, stored_segments
from graphcrm.services import conditions

_NEEDED = ("name", "kind", "conditions")


def identify(row: Row) -> str:
    """The uid of the row's segment."""
    return uid_of("segment", row.need("id", "segment_id"))


def plan(runner: Runner, rows: list[Row], context: Context) -> Plan:
    """What a batch comes to: a row whose id exists changes what its cells that are not empty say."""
    rows, unknown = without_unknown(runner, context, rows, [("user", "User")])
    plan = Plan(
        refused=[row.refused(reason, key) for row, key, reason in unknown], change=history.begin(runner, context)
    )
    stored, written = stored_segments(runner, uids=[row.uid for row in rows]), []
    for row in rows:
        found = stored.get(row.uid)
        try:
            props = _props(row, found)
        except InvalidInputError as error:
            key = (error.field or "").split(".")[0]
            plan.refused.append(row.refused(error.detail, key))
            continue
        if found and not found.removed and all(found.props.get(name) == value for name, value in props.items()):
            plan.unchanged[row.file] += 1
            continue
        written.append({"uid": row.uid, "user": row.values["user"], "rev": found.rev if found else 0, "props": props})
        (plan.changed if found else plan.created)[row.file] += 1
    plan.steps = [Step(partial(put_segment_rows, at=context.at), written)]
    return plan


def _props(row: Row, found: StoredSegment | None) -> Mapping[str, Any]:
    """What a row says of its segment; raises InvalidInputError."""
    user = row.need("user", "user_id")
    if found and user != found.user:
        message = f"the segment is of {found.user or 'a user in the trash'}; it stays theirs, or takes another id."
        raise InvalidInputError(message, field="user")
    given = {name: value for name, value in row.values.items() if name not in {"id", "user"}}
    for name in _NEEDED:
        if not found:
            row.need(name, name)
    kept = found.props if found else {}
    kind, asked = (given.get(name) or kept.get(name) or "" for name in ("kind", "conditions"))
    said = conditions.written(
        conditions.checked(None, kind, _read(asked))
    )  # also those that were there: they fit the kind
    if "conditions" in given:
        given["conditions"] = said
    for size in given.get("sizes", ()):
        _check_size(size)
    return given


def _read(text: str) -> list[list[dict[str, Any]]]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    groups = isinstance(found, list) and all(isinstance(group, list) for group in found)
    if not groups or not all(isinstance(one, dict) for group in found for one in group):
        message = 'it is no list of lists of conditions as JSON, such as [[{"by": "owned"}]].'
        raise InvalidInputError(message, field="conditions")
    groups_found: list[list[dict[str, Any]]] = found
    return groups_found


def _check_size(text: str) -> None:
    day, _, number = text.partition(" ")
    try:
        date.fromisoformat(day)
    except ValueError:
        number = ""
    if not number.isdecimal():
        raise InvalidInputError(f"{text[:60]!r} is no size of a day, such as 2026-05-17 12.", field="sizes")

"""segments.csv: questions that users have saved, with how many were in them day by day."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
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
from graphcrm.queries.records.segment import Groups
from graphcrm.services import conditions
from graphcrm.services.segments import DAYS

_NEEDED = ("name", "kind", "conditions")
_DIGITS = 12  # of a size


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
            props = _props(runner, row, found, context)
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


def _props(runner: Runner, row: Row, found: StoredSegment | None, context: Context) -> Mapping[str, Any]:
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
    groups = conditions.checked(None, kind, _read(asked))  # also those that were there: they fit the kind
    if "conditions" in given:
        given["conditions"] = conditions.written(_known(runner, kind, groups, context))
    if "sizes" in given:
        given["sizes"] = _sizes(given["sizes"])
    elif any(given.get(name, kept.get(name)) != kept.get(name) for name in ("kind", "conditions")):
        given["sizes"] = None  # of another question
    return given


def _known(runner: Runner, kind: str, groups: Groups, context: Context) -> Groups:
    """Conditions that name what there is, by the tags that others were merged into; raises InvalidInputError."""
    groups, gone = conditions.by_standing_tags(runner, kind, groups)
    named = conditions.named(kind, groups)
    for of in conditions.NAMED:
        uids = gone if of == "tag" else {uid for each, uid in named if each == of}
        if missing := context.known.missing(runner, of.title(), uids):
            message = f"there is no {of} {min(missing)!r}, neither in this import nor in the graph."
            raise InvalidInputError(message, field="conditions")
    return groups


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


def _sizes(texts: Iterable[str]) -> list[str] | None:
    """Sizes as they are kept: one a day, the latest last; raises InvalidInputError."""
    found: dict[date, int] = {}
    for day, number in map(_size, texts):
        if found.setdefault(day, number) != number:
            raise InvalidInputError(f"{day} has two sizes.", field="sizes")
    return [f"{day} {number}" for day, number in sorted(found.items())][-DAYS:] or None


def _size(text: str) -> tuple[date, int]:
    day, _, number = text.partition(" ")
    if number.isascii() and number.isdecimal() and len(number) <= _DIGITS:
        with suppress(ValueError):
            return date.fromisoformat(day), int(number)
    raise InvalidInputError(f"{text[:60]!r} is no size of a day, such as 2026-05-17 12.", field="sizes")

"""Who owns an account, a contact, a lead or another record: assign, hand over, release it, and correct that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from graphcrm.errors import ConflictError, InvalidDateError, InvalidInputError, said
from graphcrm.nodes import EDGES, states
from graphcrm.nodes.base import fields
from graphcrm.nodes.ids import new_uid
from graphcrm.queries.changes.revision import Revision
from graphcrm.queries.ownership.doubly_owned import doubly_owned
from graphcrm.services import assignments, edges, leads
from graphcrm.services.assignments import Assignment
from graphcrm.services.changes import Change, Record
from graphcrm.services.records import LABELS

KINDS = ("account", "contact", "lead", "opportunity", "campaign", "task")  # what has an owner
_FIELDS = {name: fields(EDGES["ASSIGNED_TO"])[name] for name in ("start", "end", "reason", "end_reason")}


def assign(
    change: Change, kind: str, uid: str, user: str, *, on: date | None = None, reason: str | None = None
) -> None:
    """Give a record to a user from a day on, today if none is said; whose it was gives it up on that day.

    Nothing is changed where it is theirs already. Raises NotFoundError, InvalidInputError, ConflictError.
    """
    record = (LABELS[kind], uid)
    locked = assignments.require_active(change, record, user)
    held = assignments.of(change, record)
    current = assignments.open_one(held)
    if current and current.user == user:
        return
    new = Assignment(new_uid(), record, user, {}).having(start=on or change.today, reason=_text("reason", reason))
    if current:
        held.remove(current)
        ended = _ended(current, new.span[0])
        assignments.put(change, current, ended)
        held.append(ended)
    assignments.check(change, new, held, "on")
    assignments.create(change, new)
    if new.span[0] <= change.today:  # who has it one day is told nothing of it today
        change.notify(user, "assigned", record)
        if current:
            change.notify(current.user, "released", record)
    if kind == "lead":
        leads.given(change, locked, user)


def release(change: Change, kind: str, uid: str, *, on: date | None = None, reason: str | None = None) -> None:
    """Give a record back on a day, today if none is said: nobody owns it from then on.

    Raises NotFoundError, InvalidDateError, ConflictError where nobody owns it.
    """
    record = (LABELS[kind], uid)
    change.lock(record)
    current = assignments.open_one(assignments.of(change, record))
    if current is None:
        raise ConflictError(
            said("The %(kind)s %(uid)r has no owner; nothing was changed.", kind=kind, uid=uid), field=kind
        )
    assignments.put(change, current, _ended(current, on or change.today).having(end_reason=_text("reason", reason)))
    if (on or change.today) <= change.today:
        change.notify(current.user, "released", record)


def correct(change: Change, uid: str, values: Mapping[str, Any]) -> Record:
    """Change the start, the end or the reasons of an assignment; None empties one. Answers whose it is.

    Raises NotFoundError, StaleError, InvalidInputError, ConflictError.
    """
    stored, others = assignments.locked(change, uid)
    given = edges.checked(_FIELDS, values, said("an assignment"))
    change.require("assignment", uid, stored.rev, stored.state, given)
    if "start" in given and given["start"] is None:
        raise InvalidInputError(said("start is empty; an assignment begins on a day."), field="start")
    becomes = stored.having(**given)
    if becomes.span[1] < becomes.span[0]:
        message = said(
            "end is %(span)s; it cannot be before the start, %(span_2)s.", span=becomes.span[1], span_2=becomes.span[0]
        )
        raise InvalidDateError(message, field="end")
    if becomes.open and not stored.open:
        assignments.require_active(change, stored.record, stored.user)
    assignments.check(change, becomes, others, "end" if becomes.open else "start", before=stored)
    assignments.put(change, stored, becomes)
    if stored.open != becomes.open:
        change.notify(stored.user, "assigned" if becomes.open else "released", stored.record)
    return stored.record


def remove(change: Change, uid: str) -> Record:
    """Remove an assignment that never was; one that is over is ended. Raises NotFoundError, StaleError."""
    stored, _ = assignments.locked(change, uid)
    change.require("assignment", uid, stored.rev, stored.state, {})
    assignments.drop(change, stored)
    if stored.open:
        change.notify(stored.user, "released", stored.record)
    return stored.record


def settle(change: Change, label: str, uid: str) -> None:
    """End what a restored record or user brings back as open, where somebody else has it, or has had it since."""
    for record in doubly_owned(change.tx, label=label, uid=uid):
        held = sorted(assignments.of(change, record), key=lambda one: (one.span, one.uid))
        if label == "User":
            _give_way(change, held, uid)
            continue
        for earlier, later in pairwise(held):
            if earlier.open:
                assignments.put(change, earlier, earlier.having(end=later.span[0]))


def _give_way(change: Change, held: Sequence[Assignment], user: str) -> None:
    """End the assignments of a restored user on the first day on which others have the record."""
    for one in held:
        others = [other.span[0] for other in held if other.user != user and one.overlaps(other)]
        if one.user == user and others:
            assignments.put(change, one, one.having(end=max(one.span[0], min(others))))


def write_back(change: Change, revision: Revision) -> None:
    """Undo what a revision did to an assignment; raises ChangedSinceError, ConflictError."""
    before = states.stored(EDGES["ASSIGNED_TO"], states.read(revision.before))
    if revision.action == "remove":
        record = LABELS[before.pop("record_kind")], before.pop("record")
        gone = Assignment(revision.of, record, before.pop("user"), before)
        change.lock(record, ("User", gone.user))
        gone = replace(gone, rev=change.untouched(revision, None) + 1)
        assignments.check(change, gone, assignments.of(change, record), "change")
        assignments.create(change, gone)
        return
    stored, others = assignments.locked(change, revision.of)
    change.untouched(revision, stored.rev)
    if revision.action == "create":
        assignments.drop(change, stored)
        return
    becomes = stored.having(**before)
    assignments.check(change, becomes, others, "change", before=stored)
    assignments.put(change, stored, becomes)


def _ended(current: Assignment, on: date) -> Assignment:
    """The open assignment ended on a day; the day it began is one: within a day it may go from hand to hand."""
    if on < current.span[0]:
        message = said(
            "on is %(on)s, and it is theirs since %(span)s only; choose that day or a later one.",
            on=on,
            span=current.span[0],
        )
        raise InvalidDateError(message, field="on")
    return current.having(end=on)


def _text(name: str, value: str | None) -> str | None:
    text: str | None = _FIELDS[name].deflate(value) if value else None
    return text or None

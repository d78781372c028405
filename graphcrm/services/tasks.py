"""Tasks: made for somebody, finished, and due again where they repeat (docs/tasks.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from itertools import count
from typing import Any

from dateutil.relativedelta import relativedelta

from graphcrm.dates import day_in
from graphcrm.errors import InvalidInputError, said
from graphcrm.nodes.states import State
from graphcrm.queries.tasks.open_in_series import open_in_series
from graphcrm.queries.users.user_record import user_record
from graphcrm.services import assignments, ownership, records, tagging
from graphcrm.services.changes import Change

_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_DAYS = date(1900, 1, 1), date(2199, 12, 31)  # the next of a series is sought from the first day on
_PROGRAMS = frozenset({"done_at", "series", "first_on"})  # what follows, and nobody says
_LONGEST = {"day": 1, "week": 7, "month": 31, "year": 366}  # days of a period
_COUNTED = ("due_on", "repeats", "every")  # what the days of a series follow from
_NOT_AGAIN = frozenset(
    {"status", "outcome", "due_on", "external_id", "source", *_PROGRAMS}
)  # what the next of a series has of its own


def create(change: Change, values: Mapping[str, Any]) -> str:
    """Make a task, of who asks, and answer its uid.

    Raises InvalidInputError, NotFoundError and InTrashError for what it is about.
    """
    given = _checked(values)
    check_repeats(given, {})
    status = given.setdefault("status", "open")
    uid = records.create(change, "task", given | ({"done_at": change.at} if status != "open" else {}))
    ownership.have(change, "task", uid)
    return uid


def edit(change: Change, uid: str, values: Mapping[str, Any]) -> str | None:
    """Change a task; one that repeats, and is done now, is due again: answers the uid of the next.

    Raises NotFoundError, StaleError, InvalidInputError.
    """
    given = _checked(values)
    before = records.state_of(change.lock(("Task", uid))["Task", uid])
    check_repeats(given, before)
    records.edit(change, "task", uid, given | follows(before, given, change.at))
    if (before.get("status") or "open", given.get("status")) != ("open", "done"):
        return None
    done = records.state_of(change.lock(("Task", uid))["Task", uid])
    return _again(change, uid, done) if done.get("repeats") and done.get("due_on") else None


def follows(before: Mapping[str, Any], given: Mapping[str, Any], at: datetime) -> State:
    """What follows at a moment from what is said of a task: when it was done, and from which day its series counts."""
    was = before.get("status") or "open"
    status = given.get("status") or was
    found: State = {"done_at": at if status != "open" else None} if status != was else {}
    if before.get("first_on") and any(name in given and given[name] != before.get(name) for name in _COUNTED):
        found["first_on"] = None  # the others count from this one
    return found


def check_due(values: Mapping[str, Any]) -> None:
    """Raise InvalidInputError for a day or a time of a task, as it is stored, that none is due at."""
    at = values.get("due_time")
    if at and not _TIME.fullmatch(at):
        message = said("due_time is %(value)r; a time of the day is written as 15:30.", value=at)
        raise InvalidInputError(message, field="due_time")
    for name in ("due_on", "first_on"):
        if values.get(name) and not _DAYS[0] <= values[name] <= _DAYS[1]:
            message = said("%(name)s is %(day)s; a task is due between 1900 and 2199.", name=name, day=values[name])
            raise InvalidInputError(message, field=name)


def check_repeats(given: Mapping[str, Any], before: Mapping[str, Any]) -> None:
    """Raise InvalidInputError for what is said of a task that repeats then, and is due on no day."""
    whole = {**before, **given}
    if {"repeats", "due_on"} & given.keys() and whole.get("repeats") and not whole.get("due_on"):
        message = said("A task that repeats is due on a day first, from which the others count; say which.")
        raise InvalidInputError(message, field="due_on")


def due_again(first: date, due: date, period: str, every: int, today: date) -> date:
    """The day on which a task is due next that was due on a day: behind that day, and behind today.

    It counts from the `first` day of all: what is due on a 31st is due on the last day of a shorter month, and on the
    31st of the next that has one.
    """
    return next(days_behind(max(due, today), first, period, every))


def days_behind(day: date, first: date, period: str, every: int) -> Iterator[date]:
    """The days of a series behind a day, one after the other, counted from the first of all."""
    passed = (day - first).days // (_LONGEST[period] * every)  # so many are not behind it for certain
    days = (first + relativedelta(**{f"{period}s": every * n}) for n in count(max(passed, 1)))  # type: ignore[arg-type]
    return (one for one in days if one > day)


def _again(change: Change, uid: str, done: State) -> str | None:
    """Make the next of a series, of the same owner, unless one is open; one who has left us is not given it."""
    first = done.get("first_on") or done["due_on"]
    own = {name: value for name, value in done.items() if name not in _NOT_AGAIN and value is not None}
    series = done.get("series") or uid
    change.locked(("Task", series), unseen=True)  # of two that are finished at once one sees the other
    if open_in_series(change.tx, series=series):  # it was done before, and opened again
        return None
    with change.following():  # whoever may say that it is done has it due again
        owner = assignments.holder(change, ("Task", uid))
        zone = user_record(change.tx, uid=owner).timezone if owner else None
        today = day_in(zone, change.at)
        due = due_again(first, done["due_on"], done["repeats"], done.get("every") or 1, today)
        if due > _DAYS[1]:
            return None
        own["tags"] = tagging.fitting((), done.get("tags")) or None
        new = records.create(change, "task", own | {"due_on": due, "series": series, "first_on": first})
        if owner:
            ownership.assign(change, "task", new, owner)
    return new


def _checked(values: Mapping[str, Any]) -> dict[str, Any]:
    """What a client may say of a task; raises InvalidInputError."""
    for name in _PROGRAMS & values.keys():
        raise InvalidInputError(said("%(name)s is kept by the program; leave it out.", name=name), field=name)
    if "status" in values and not values["status"]:
        raise InvalidInputError(said("status is empty; a task is open, done or dropped."), field="status")
    checked = records.checked("task", values)
    check_due(checked)
    return checked

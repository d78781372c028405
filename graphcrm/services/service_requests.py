"""Service requests: asked, answered, solved; and the clock that runs while they are ours to do (docs/service.md)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from graphcrm.config import Settings
from graphcrm.errors import InvalidInputError, said
from graphcrm.nodes.service_requests import WAITED_MOST
from graphcrm.nodes.states import State
from graphcrm.service_levels import Level, parsed
from graphcrm.services import ownership, records
from graphcrm.services.changes import Change

# What follows, and nobody says.
PROGRAMS = frozenset({"answered_at", "solved_at", "waiting_since", "waited", "answer_by", "solve_by"})
DONE = frozenset({"solved", "closed"})
MOMENTS = ("asked_at", "answered_at", "solved_at", "waiting_since", "answer_by", "solve_by")
_YEARS = datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
_SAID_OF_DONE = ("satisfaction", "satisfaction_comment")


def create(change: Change, values: Mapping[str, Any]) -> str:
    """Write down what is asked of us, for who writes it to do, and answer its uid.

    Raises InvalidInputError, NotFoundError and InTrashError for whose it is.
    """
    given = _checked(values)
    given = {**records.DEFAULTS["service_request"], "asked_at": change.at, **_said(given)}
    uid = records.create(change, "service_request", given | follows({}, given, change.at))
    ownership.have(change, "service_request", uid)
    return uid


def edit(change: Change, uid: str, values: Mapping[str, Any]) -> None:
    """Change a service request, with what follows for its clock.

    Raises NotFoundError, StaleError, InvalidInputError.
    """
    given = _checked(values)
    locked = change.lock(("ServiceRequest", uid))["ServiceRequest", uid]
    before = records.state_of(locked)
    change.require("service_request", uid, locked.props["rev"], before, given)
    records.edit(change, "service_request", uid, given | follows(before, given, change.at))


def follows(before: Mapping[str, Any], given: Mapping[str, Any], at: datetime) -> State:
    """What follows at a moment from what is said of one: what its clock says, and since when. Raises InvalidInputError.

    The clock stands still while it waits, and while it is solved: what it stood still is added to its time.
    """
    for name in ("status", "priority", "asked_at"):
        if name in given and not given[name]:
            raise InvalidInputError(said("%(name)s is empty; a service request has one.", name=name), field=name)
    _bounded(given)
    was, status = before.get("status"), given.get("status") or before.get("status")
    found: State = _turned(before, given, status, at) if status != was else {}
    if was in DONE and status not in DONE:
        found |= {name: None for name in _SAID_OF_DONE if before.get(name) is not None and not given.get(name)}
    found |= _due(before, {**before, **found, **given}, given)
    check({**before, **found, **given})
    return {name: value for name, value in found.items() if before.get(name) != value}


def _turned(before: Mapping[str, Any], given: Mapping[str, Any], status: str | None, at: datetime) -> State:
    """What follows from another status; an import says when that was."""
    when = given.get("waiting_since" if status == "waiting" else "solved_at" if status in DONE else "") or at
    found: State = {"waiting_since": when if status == "waiting" else None}
    since = before.get("waiting_since") or (before.get("solved_at") if status not in DONE else None)
    if since:
        stood = max(when - since, timedelta(0))  # by the clock of another machine
        found["waited"] = min((before.get("waited") or 0) + int(stood.total_seconds()), WAITED_MOST)
    if status != "new" and not before.get("answered_at"):
        found["answered_at"] = when
    if status not in DONE:
        found["solved_at"] = None
    elif not before.get("solved_at"):
        found["solved_at"] = when
    return found


def _due(before: Mapping[str, Any], state: Mapping[str, Any], given: Mapping[str, Any]) -> State:
    """By when it is due, where that becomes another: what stood still moves what is stored, whoever said that."""
    anew = any(name in given and given[name] != before.get(name) for name in ("priority", "asked_at"))
    if anew or not (state.get("answer_by") and state.get("solve_by")):
        return due(state)
    stood = (state.get("waited") or 0) - (before.get("waited") or 0)
    return {"solve_by": state["solve_by"] + timedelta(seconds=stood)} if stood else {}


def due(state: Mapping[str, Any]) -> State:
    """By when the first answer and the solution are due; nothing is of what was asked nobody knows when."""
    level, asked = levels()[state.get("priority") or "normal"], state.get("asked_at")
    if not asked:
        return {}
    stood = timedelta(seconds=state.get("waited") or 0)
    return {"answer_by": asked + level.answer, "solve_by": asked + level.solution + stood}


@cache  # settings are read once
def levels() -> Mapping[str, Level]:
    """How long after it was asked something is due, by priority."""
    return parsed(Settings.from_env().service_hours)


def check(state: Mapping[str, Any]) -> None:
    """Raise InvalidInputError for one of which it is said how content somebody was before it is solved."""
    if state.get("status") in DONE:
        return
    for name in _SAID_OF_DONE:
        if state.get(name) is not None:
            message = said("%(name)s is given, and it is not solved yet.", name=name)
            raise InvalidInputError(message, field=name)


def _bounded(given: Mapping[str, Any]) -> None:
    """Raise InvalidInputError for a moment that cannot be meant: no clock can count from it, and no page show it."""
    for name in MOMENTS:
        if given.get(name) and not _YEARS[0] <= given[name] < _YEARS[1]:
            day = given[name].date()
            message = said("%(name)s is %(day)s; it takes a moment between 1900 and 2199.", name=name, day=day)
            raise InvalidInputError(message, field=name)


def _said(given: Mapping[str, Any]) -> State:
    return {name: value for name, value in given.items() if value is not None}


def _checked(values: Mapping[str, Any]) -> State:
    """The values as they are stored; raises InvalidInputError for what follows, and is not said."""
    for name in PROGRAMS & values.keys():
        raise InvalidInputError(said("%(name)s is kept by the program; leave it out.", name=name), field=name)
    return records.checked("service_request", values)

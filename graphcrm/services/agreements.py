"""Contracts and orders: made, changed, and what goes together in them (docs/contracts.md)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from graphcrm.dates import OPEN_END, bounds
from graphcrm.errors import InvalidDateError, InvalidInputError, said
from graphcrm.nodes.states import State
from graphcrm.services import money, ownership, records
from graphcrm.services.changes import Change

Kind = Literal["contract", "order"]


def create(kind: Kind, change: Change, values: Mapping[str, Any]) -> str:
    """Make a contract or an order, of who asks, and answer its uid.

    Raises InvalidInputError, NotFoundError and InTrashError for what it is tied to.
    """
    given = records.checked(kind, values)
    given |= follows({}, given, change.today)
    uid = records.create(change, kind, given)
    ownership.have(change, kind, uid)
    return uid


def edit(kind: Kind, change: Change, uid: str, values: Mapping[str, Any]) -> None:
    """Change a contract or an order; raises NotFoundError, StaleError, InvalidInputError."""
    given = records.checked(kind, values)
    label = records.LABELS[kind]
    locked = change.lock((label, uid))[label, uid]
    before = records.state_of(locked)
    change.require(kind, uid, locked.props["rev"], before, given)  # before what others did is refused as ours
    records.edit(change, kind, uid, given | follows(before, given, change.today))


def follows(before: Mapping[str, Any], given: Mapping[str, Any], today: date) -> State:
    """What follows from what is said of one; raises InvalidInputError where that cannot be."""
    if "status" in given and not given["status"]:
        raise InvalidInputError(said("status is empty; say how far it is."), field="status")
    found = money.follows(given)
    check({**before, **found, **given}, today)
    return found


def check(state: Mapping[str, Any], today: date) -> None:
    """Raise InvalidInputError for a contract or an order whose amount or whose days cannot be."""
    money.check(state)
    start, end = state.get("start"), state.get("end")
    last = bounds(start, end, "ended" if end else "ongoing", OPEN_END, today=today).end_max
    if state.get("notice_on") and state["notice_on"] > last:
        message = said("notice_on is %(day)s, and it has ended by then.", day=state["notice_on"])
        raise InvalidDateError(message, field="notice_on")
    placed, deliver = state.get("ordered_on"), state.get("deliver_by")
    if placed and deliver and deliver < placed:
        message = said("deliver_by is %(day)s; it was ordered later.", day=deliver)
        raise InvalidDateError(message, field="deliver_by")

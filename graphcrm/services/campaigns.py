"""Campaigns: meetings, trainings, exhibitions, made and changed (docs/campaigns.md)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphcrm.errors import InvalidInputError, said
from graphcrm.nodes.states import State
from graphcrm.services import ownership, records
from graphcrm.services.changes import Change


def create(change: Change, values: Mapping[str, Any]) -> str:
    """Make a campaign, of who asks, and answer its uid; raises InvalidInputError."""
    given = records.checked("campaign", values)
    check(given)
    uid = records.create(change, "campaign", given)
    if change.author.user:
        with change.following():  # whoever may make one has it
            ownership.assign(change, "campaign", uid, change.author.user)
    return uid


def edit(change: Change, uid: str, values: Mapping[str, Any]) -> None:
    """Change a campaign; raises NotFoundError, StaleError, InvalidInputError."""
    given = records.checked("campaign", values)
    locked = change.lock(("Campaign", uid))["Campaign", uid]
    before = records.state_of(locked)
    change.require("campaign", uid, locked.props["rev"], before, given)  # before what others did is refused as ours
    given |= follows(given)
    check({**before, **given})
    records.edit(change, "campaign", uid, given)


def follows(given: Mapping[str, Any]) -> State:
    """What follows from what is said of one: without a cost there is no currency."""
    return {"currency": None} if "cost" in given and given["cost"] is None and not given.get("currency") else {}


def check(state: Mapping[str, Any]) -> None:
    """Raise InvalidInputError for a campaign that ends before it begins, or whose cost is of no currency."""
    start, end = state.get("start_on"), state.get("end_on")
    if end and not start:
        raise InvalidInputError(said("start_on is empty; what ends on a day begins on one."), field="start_on")
    if start and end and end < start:
        message = said("end_on is %(end)s, and it begins on %(start)s; what ends is begun.", end=end, start=start)
        raise InvalidInputError(message, field="end_on")
    if state.get("cost") is not None and not state.get("currency"):
        raise InvalidInputError(said("currency is empty; an amount is of one, such as EUR."), field="currency")
    if state.get("currency") and state.get("cost") is None:
        raise InvalidInputError(said("cost is empty; a currency is that of one."), field="cost")

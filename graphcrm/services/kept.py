"""What is kept on tasks, contracts, orders and service requests beside what is said of them: lists go along it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from graphcrm.dates import OPEN_END, bounds
from graphcrm.nodes.contracts import REMIND_DAYS
from graphcrm.nodes.service_requests import RUNS
from graphcrm.nodes.states import State

NEVER = datetime(9999, 12, 31, tzinfo=UTC)  # the clock of what nothing is due of
NO_DAY = "~"  # behind each day, as text


def of(kind: str, state: Mapping[str, Any]) -> State:
    """What is kept on a record of a kind, of its state; nothing on most."""
    return _KEEP[kind](state) if kind in _KEEP else {}


def renewal_day(state: Mapping[str, Any]) -> date | None:
    """The day by which somebody is to see to a contract: notice, or else its end; None where nothing is due of it."""
    if state.get("status") != "active" or state.get("renewal") == "none":
        return None
    end = _bounds(state)["end_min"]
    day: date | None = state.get("notice_on") or (None if end == OPEN_END else end)
    return day


def _bounds(state: Mapping[str, Any]) -> State:
    """The bounds of what was agreed; a start that nobody knows may be any day."""
    status = "ended" if state.get("end") else "ongoing"
    return bounds(state.get("start"), state.get("end"), status, OPEN_END, today=OPEN_END)._asdict()


def _agreed(state: Mapping[str, Any], day: date | None) -> State:
    amount = state.get("amount")
    due = str(day) if day else NO_DAY
    return _bounds(state) | {"worth": -1.0 if amount is None else amount, "due": due}


def _task(state: Mapping[str, Any]) -> State:
    day = state.get("due_on")
    return {"due": str(day) if day else NO_DAY}


def _contract(state: Mapping[str, Any]) -> State:
    day, days = renewal_day(state), state.get("remind_days")
    remind_on = None
    if day:
        before = timedelta(days=REMIND_DAYS if days is None else days)
        remind_on = day - before if day - date.min > before else date.min
    return _agreed(state, day) | {"remind_on": remind_on}


def _order(state: Mapping[str, Any]) -> State:
    return _agreed(state, state.get("deliver_by") if state.get("status") in {"draft", "placed"} else None)


def _service_request(state: Mapping[str, Any]) -> State:
    due = state.get("solve_by") if state.get("answered_at") else state.get("answer_by")
    return {"clock": due if due and state.get("status") in RUNS else NEVER}


_KEEP: Mapping[str, Callable[[Mapping[str, Any]], State]] = {
    "task": _task, "contract": _contract, "order": _order, "service_request": _service_request,
}  # fmt: skip

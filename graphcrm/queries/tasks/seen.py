"""What may be told of what tasks are about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from graphcrm.access import many
from graphcrm.graph import Runner
from graphcrm.queries.records.names import names

Row = TypeVar("Row", bound=Any)  # a frozen dataclass with fields of a task

HIDEABLE = frozenset({"description", "kind", "priority", "due_time"})  # of what is told of a task beside others
# Fields of a task's state: lists of uids.
ABOUT = {
    "accounts": "Account", "contacts": "Contact", "leads": "Lead", "opportunities": "Opportunity",
    "contracts": "Contract", "orders": "Order", "service_requests": "ServiceRequest",
}  # fmt: skip


def seen(runner: Runner, states: Iterable[Mapping[str, Any] | None]) -> list[dict[str, Any] | None]:
    """States of tasks without the records that who asks may not see."""
    states = list(states)
    owners = runner.sight.params["see"]
    limited = [name for name, label in ABOUT.items() if owners[label] is not None]
    uids = {uid for state in states for name in limited for uid in (state or {}).get(name) or ()}
    there = {(many(one.type), one.uid) for one in names(runner, uids=uids)}
    return [None if state is None else dict(state) | _of(there, state, limited) for state in states]


def _of(there: set[tuple[str, str]], state: Mapping[str, Any], limited: Iterable[str]) -> dict[str, list[str] | None]:
    has = {name: state[name] or () for name in limited if name in state}
    return {name: [uid for uid in uids if (name, uid) in there] or None for name, uids in has.items()}


def without_hidden(runner: Runner, found: Sequence[Row]) -> list[Row]:
    """Rows that tell of tasks, without the fields that are hidden from who asks."""
    hidden = HIDEABLE & runner.sight.hides("task")
    if not hidden:
        return list(found)
    return [replace(row, **dict.fromkeys(hidden & row.__dataclass_fields__.keys())) for row in found]

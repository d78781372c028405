"""What may be told of what opportunities, contracts, orders and service requests are tied to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.records.names import names

ONE: Mapping[str, str] = {"account": "Account", "opportunity": "Opportunity"}  # fields that name one record: its label
# The fields of the states of each kind that are edges.
ENDS: Mapping[str, frozenset[str]] = {
    "opportunity": frozenset({"account", "contacts"}),
    "contract": frozenset({"account", "contacts", "opportunity"}),
    "order": frozenset({"account", "contacts", "opportunity"}),
    "service_request": frozenset({"account", "contacts"}),
}


def seen(runner: Runner, states: Iterable[Mapping[str, Any] | None]) -> list[dict[str, Any] | None]:
    """States without the records that who asks may not see."""
    states = list(states)
    owners = runner.sight.params["see"]
    if all(owners[label] is None for label in ("Account", "Contact", "Opportunity")):
        return [None if state is None else dict(state) for state in states]
    uids = {uid for state in states for uid in _named(state or {})}
    there = {(one.type, one.uid) for one in names(runner, uids=uids)}
    return [None if state is None else dict(state) | _of(there, state) for state in states]


def _named(state: Mapping[str, Any]) -> list[str]:
    ones = [state[name] for name in ONE if state.get(name)]
    return [*ones, *(one["contact"] for one in state.get("contacts") or ())]


def _of(there: set[tuple[str, str]], state: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {name: _if_there(there, name, state[name]) for name in ONE if name in state}
    if "contacts" in state:
        found["contacts"] = [one for one in state["contacts"] or () if ("contact", one["contact"]) in there] or None
    return found


def _if_there(there: set[tuple[str, str]], kind: str, uid: str | None) -> str | None:
    return uid if (kind, uid) in there else None

"""What may be told of whom opportunities are offered to, and who has a part in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.records.names import names

ENDS = frozenset({"account", "contacts"})  # fields of an opportunity's state that are edges


def seen(runner: Runner, states: Iterable[Mapping[str, Any] | None]) -> list[dict[str, Any] | None]:
    """States of opportunities without the account and the contacts that who asks may not see."""
    states = list(states)
    owners = runner.sight.params["see"]
    if owners["Account"] is None and owners["Contact"] is None:
        return [None if state is None else dict(state) for state in states]
    uids = {uid for state in states for uid in _named(state or {})}
    there = {(one.type, one.uid) for one in names(runner, uids=uids)}
    return [None if state is None else dict(state) | _of(there, state) for state in states]


def _named(state: Mapping[str, Any]) -> list[str]:
    account = state.get("account")
    return [*([account] if account else []), *(one["contact"] for one in state.get("contacts") or ())]


def _of(there: set[tuple[str, str]], state: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if "account" in state:
        found["account"] = state["account"] if ("account", state["account"]) in there else None
    if "contacts" in state:
        found["contacts"] = [one for one in state["contacts"] or () if ("contact", one["contact"]) in there] or None
    return found

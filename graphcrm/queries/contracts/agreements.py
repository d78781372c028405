"""The contracts and orders of an account, of which a contact has a part, or that came of an opportunity."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
_HIDEABLE = frozenset({"number", "amount"})  # of what is shown; lists stand on the rest (services/policy.py)


@dataclass(frozen=True, slots=True)
class Agreement:
    """A contract or an order (`type`); `role` is the part of the contact asked about, `owner` the uid of whose it is.

    `due` is the day by which it is to be renewed, or delivered, as text.
    """

    type: str
    uid: str
    name: str
    number: str | None
    status: str
    amount: float | None
    currency: str | None
    start: str | None
    end: str | None
    due: str
    role: str | None
    owner: str | None
    owner_name: str | None

    @property
    def due_on(self) -> date | None:
        """The day by which something is due of it, None for none."""
        return date.fromisoformat(self.due) if self.due != "~" else None


def agreements(runner: Runner, *, label: str, uid: str, limit: int) -> list[Agreement]:
    """At most `limit` of an account's, a contact's or an opportunity's (`label`), what is due next first."""
    found = runner.read(_CYPHER, Agreement, label=label, uid=uid, limit=limit)
    hidden = {kind: _HIDEABLE & runner.sight.hides(kind) for kind in ("contract", "order")}
    return [_without(one, hidden[one.type]) for one in found] if any(hidden.values()) else found


def _without(one: Agreement, hidden: frozenset[str]) -> Agreement:
    blank: dict[str, Any] = dict.fromkeys(hidden)
    return replace(one, **blank)

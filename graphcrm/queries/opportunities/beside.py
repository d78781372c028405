"""The opportunities that are offered to an account, or that a contact has a part in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
_HIDEABLE = frozenset({"amount", "expected_close"})


@dataclass(frozen=True, slots=True)
class Deal:
    """An opportunity; `role` is the part of the contact asked about, `owner` the uid of whose it is today."""

    uid: str
    name: str
    stage: str
    status: str
    amount: float | None
    currency: str | None
    expected_close: date | None
    role: str | None
    owner: str | None
    owner_name: str | None


def beside(runner: Runner, *, label: str, uid: str, limit: int) -> list[Deal]:
    """At most `limit` of an account's or a contact's (`label`): the open ones first, the next to be decided first.

    By name for who may not see when that is.
    """
    hides = runner.sight.hides("opportunity")
    found = runner.read(_CYPHER, Deal, label=label, uid=uid, dated="expected_close" not in hides, limit=limit)
    hidden: dict[str, Any] = dict.fromkeys(_HIDEABLE & hides)
    return [replace(one, **hidden) for one in found] if hidden else found

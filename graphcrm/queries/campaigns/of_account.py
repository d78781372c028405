"""The campaigns that people of one account, who may be there on a day, are asked to or come to, the latest first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
_HIDEABLE = frozenset({"kind", "start_on"})
LOOKED = 1_000  # jobs at the account whose people are looked at


@dataclass(frozen=True, slots=True)
class OfAccount:
    """A campaign, and how many of the people are asked to it, and how many of them came."""

    uid: str
    name: str
    kind: str | None
    start_on: date | None
    asked: int
    came: int


def of_account(runner: Runner, *, account: str, on: date, limit: int, looked: int = LOOKED) -> list[OfAccount]:
    """At most `limit`, those that begin on no day last; somebody and the lead that they were are one."""
    found = runner.read(_CYPHER, OfAccount, account=account, on=on, looked=looked, limit=limit)
    hidden: dict[str, Any] = dict.fromkeys(_HIDEABLE & runner.sight.hides("campaign"))
    return [replace(one, **hidden) for one in found] if hidden else found

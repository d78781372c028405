"""The campaigns that one contact or lead is asked to or comes to, those of the lead that a contact was too."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
_HIDEABLE = frozenset({"kind", "start_on"})


@dataclass(frozen=True, slots=True)
class Attended:
    """A campaign, and how far somebody's attendance is."""

    uid: str
    name: str
    kind: str | None
    start_on: date | None
    status: str
    on: date | None


def attended(runner: Runner, *, label: str, uid: str, limit: int) -> list[Attended]:
    """At most `limit` of a contact's or a lead's (`label`), the latest first."""
    found = runner.read(_CYPHER, Attended, label=label, uid=uid, limit=limit)
    hidden: dict[str, Any] = dict.fromkeys(_HIDEABLE & runner.sight.hides("campaign"))
    return [replace(one, **hidden) for one in found] if hidden else found

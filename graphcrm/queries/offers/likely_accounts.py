"""The accounts at which a contact may work by the domain of their e-mail address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Likely:
    """One of them."""

    uid: str
    name: str


def likely_accounts(runner: Runner, *, contact: str, on: date, limit: int = 5) -> list[Likely]:
    """At most `limit` of them, where they do not work on the day; none where addresses are hidden from who asks."""
    if any("handles" in runner.sight.hides(kind) for kind in ("contact", "account")):
        return []
    return runner.read(_CYPHER, Likely, contact=contact, on=on, limit=limit)

"""Segments of active users whose size was not yet kept on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A segment, with its user and their role."""

    uid: str
    kind: str
    conditions: str
    owner: str
    role: str | None


def uncounted(runner: Runner, *, day: date, after: str = "", limit: int = 1_000) -> list[Uncounted]:
    """A page of them, in the order of their uids, behind the last one seen."""
    return runner.read(_CYPHER, Uncounted, day=day.isoformat(), after=after, limit=limit)

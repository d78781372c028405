"""The contracts of which a task is to remind their owner, who is active, on a day, and has not yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class ToRemind:
    """A contract, and the day by which somebody is to see to it, as text."""

    uid: str
    due: str


def to_remind(runner: Runner, *, on: date, limit: int) -> list[ToRemind]:
    """At most `limit` of them, what is due first before all others; what is past is no reminder any more."""
    return runner.read(_CYPHER, ToRemind, on=on, limit=limit)

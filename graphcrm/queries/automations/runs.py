"""What an automation did, the latest first, with the records as far as they may be seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Run:
    """One record and what was done with it; `name` is None for what is not there, or not to be seen."""

    uid: str
    at: datetime
    label: str
    of: str
    name: str | None
    did: list[str]


def runs(runner: Runner, *, uid: str, after: str | None = None, limit: int = 50) -> list[Run]:
    """One page of them; `after` is the uid of the last one seen."""
    return runner.read(_CYPHER, Run, uid=uid, after=after, limit=limit)

"""The records in the trash, the latest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class InTrash:
    """A record in the trash; `key` tells records of one uid apart."""

    type: str
    uid: str
    name: str
    deleted_at: datetime
    key: str


def trashed(
    runner: Runner, *, after_at: datetime | None = None, after_key: str | None = None, limit: int = 50
) -> list[InTrash]:
    """One page of the trash; `after_*` name the last one seen."""
    return runner.read(_CYPHER, InTrash, after_at=after_at, after_key=after_key, limit=limit)

"""Note on service requests whose clock has run out that their owners, who are active, are told: of each moment once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Late:
    """The uid of a service request, and of whose it is."""

    uid: str
    owner: str


def tell_late(runner: Runner, *, now: datetime, limit: int) -> list[Late]:
    """Note it of at most `limit` of them, what was due first before all others; answers which."""
    return [Late(*row) for row in runner.write(_CYPHER, now=now, limit=limit)]

"""Since when a user has starred a record; no row where they have not."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def starred(runner: Runner, *, user: str, label: str, uid: str) -> datetime | None:
    """The moment; None where it is not starred."""
    found = runner.read(_CYPHER, _at, user=user, label=label, uid=uid, limit=1)
    return found[0] if found else None


def _at(at: datetime) -> datetime:
    return at

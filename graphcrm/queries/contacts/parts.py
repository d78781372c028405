"""The parts of us in what we had to do with one contact between two moments, the latest first."""

from __future__ import annotations

from datetime import datetime

from graphcrm.activity import Part
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def parts(runner: Runner, *, contact: str, since: datetime, before: datetime, limit: int = 1_000) -> list[Part]:
    """The first `limit` of them; topics of what is private are left out."""
    return runner.read(_CYPHER, Part, contact=contact, since=since, before=before, limit=limit)

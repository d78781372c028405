"""Use a one-time link: of several who do at once, one has it."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def take_link(runner: Runner, *, digest: str, now: datetime) -> str | None:
    """The uid of the credential whose link it was; None where it has ended, or somebody was faster."""
    rows = runner.write(_CYPHER, digest=digest, now=now)
    return str(rows[0][0]) if rows else None

"""The last entry of the audit log, by its number."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.audit.claim_head import Head
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def last_entry(runner: Runner) -> Head | None:
    """What the head should be, None for an empty log."""
    rows = runner.read(_CYPHER, Head, limit=1)
    return rows[0] if rows else None

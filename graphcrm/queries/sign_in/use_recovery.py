"""Use a recovery code."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def use_recovery(runner: Runner, *, uid: str, digest: str) -> int | None:
    """How many are left; None where it was none of theirs, or was used."""
    rows = runner.write(_CYPHER, uid=uid, digest=digest)
    return int(rows[0][0]) if rows else None

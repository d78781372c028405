"""Active users who can sign in: by a password, a token or another provider."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def can_sign_in(runner: Runner, *, limit: int = 1) -> list[str]:
    """Their uids: one is enough to know that the first has come in."""
    return runner.read(_CYPHER, str, limit=limit)

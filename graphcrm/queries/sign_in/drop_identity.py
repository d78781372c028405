"""Forget who a user is to a provider of OpenID Connect."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def drop_identity(runner: Runner, *, uid: str) -> bool:
    """Answers whether there was anything to forget."""
    return bool(runner.write(_CYPHER, uid=uid))

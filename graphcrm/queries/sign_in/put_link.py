"""Keep the digest of a one-time link with which a user sets a password; an older one of theirs is over."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_link(runner: Runner, *, uid: str, digest: str, until: datetime) -> bool:
    """Keep it; answers whether there is such a user."""
    return bool(runner.write(_CYPHER, uid=uid, digest=digest, until=until))

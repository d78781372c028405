"""Keep the digest of the one-time link that makes the first administrator; an older one is over."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_first_link(runner: Runner, *, uid: str, digest: str, until: datetime) -> None:
    """Keep it under a uid that no user can have."""
    runner.write(_CYPHER, uid=uid, digest=digest, until=until)

"""Say that a token is used now, unless it is said that it was since a moment."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def touch_token(runner: Runner, *, uid: str, now: datetime, before: datetime) -> bool:
    """Whether this is its first use; one that was used since `before` is left as it is."""
    return runner.write(_CYPHER, uid=uid, now=now, before=before) == [(True,)]

"""Note that a user has read what they were told up to some notification."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def mark_read(runner: Runner, *, user: str, until: str) -> int:
    """How many notifications there were that the user had not read; `until` is the uid of the last of them."""
    return int(runner.write(_CYPHER, user=user, until=until)[0][0])

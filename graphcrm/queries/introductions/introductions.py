"""The introductions that were asked for, the latest first: all that are seen, or those of a state, a user."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.introductions.introduction import Introduction

_CYPHER = cypher(__file__)
_END = "~"  # behind every uid that we make


def introductions(
    runner: Runner, *, state: str | None = None, asker: str | None = None, after: str | None = None, limit: int = 50
) -> list[Introduction]:
    """One page of them, after that of a uid; a reader sees those whose people they see, of whose contacts they see."""
    return runner.read(_CYPHER, Introduction, state=state, asker=asker, after=after or _END, limit=limit)

"""The teams by name: which stands above each, and how many active users are in it."""

from __future__ import annotations

from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
MOST = 1_000  # teams: no company has more, and a page shows them all


@dataclass(frozen=True, slots=True)
class Team:
    """A team, and the one above it, None for none."""

    uid: str
    name: str
    parent: str | None
    parent_name: str | None
    users: int


def teams(runner: Runner, *, limit: int = MOST) -> list[Team]:
    """All of them."""
    return runner.read(_CYPHER, Team, limit=limit)

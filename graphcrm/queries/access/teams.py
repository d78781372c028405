"""The teams by name: which stands above each, how many active users are in it, and what it says of the pool."""

from __future__ import annotations

from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
MOST = 1_000  # teams: no company has more, and a page shows them all


@dataclass(frozen=True, slots=True)
class Team:
    """A team, the one above it, and its rules of the pool: how many leads each may take a day, and after how many days
    without a word one goes back. None for none."""

    uid: str
    name: str
    parent: str | None
    parent_name: str | None
    users: int
    claims_a_day: int | None
    reclaim_after: int | None


def teams(runner: Runner, *, limit: int = MOST) -> list[Team]:
    """All of them."""
    return runner.read(_CYPHER, Team, limit=limit)

"""Ties before a moment, the strongest first: among some users and contacts or leads, or all of either."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from graphcrm import warmth
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.network.edge import Edge
from graphcrm.warmth import MODEL

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class PairTie:
    """What a user had to do with a contact or a lead; without interactions where there is only a rating."""

    user: str
    type: str
    uid: str
    first_at: datetime | None
    last_at: datetime | None
    count: int
    strength: float
    total: int

    @property
    def edge(self) -> Edge:
        """As the picture has it."""
        start, end = f"user:{self.user}", f"{self.type}:{self.uid}"
        return Edge(
            f"tie:{self.user}:{end}",
            "tie",
            start,
            end,
            first_at=self.first_at,
            last_at=self.last_at,
            count=self.count,
            strength=self.strength,
        )


def ties(
    runner: Runner,
    *,
    users: Sequence[str] | None,
    contacts: Sequence[str] | None,
    leads: Sequence[str] | None,
    before: datetime,
    q: str | None = None,
    skip: int = 0,
    limit: int,
) -> list[PairTie]:
    """Ties of these users (None: of all) with these contacts and leads; without any of these, with all contacts."""
    return runner.read(
        _CYPHER,
        PairTie,
        users=users,
        contacts=contacts,
        leads=leads,
        q=q,
        before=before,
        age=warmth.half_lives(before),
        model=MODEL,
        skip=skip,
        limit=limit,
    )

"""The strongest tie of the active users, or of one user, with each of some contacts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from graphcrm import warmth
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.warmth import MODEL

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class BestTie:
    """Who knows a contact best, and how well; of equals the first by uid."""

    contact: str
    user: str
    user_name: str
    strength: float


def best_ties(
    runner: Runner, *, contacts: Sequence[str], user: str | None = None, before: datetime, limit: int
) -> list[BestTie]:
    """The strongest tie with each of some contacts, as of a moment; whom nobody knows is not among them."""
    age = warmth.half_lives(before)
    return runner.read(_CYPHER, BestTie, contacts=contacts, user=user, before=before, age=age, model=MODEL, limit=limit)

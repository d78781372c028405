"""Everything a tie's strength and its explanation need, for some (user, contact) pairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class TieEvidence:
    """One tie with its evidence; `channels` are [channel, count], `employers` [uid, name] on the last one's day,
    `interactions` [at, channel, participants, direction] only where the sums on KNOWS reach beyond the moment."""

    user: str
    user_name: str
    contact: str
    contact_name: str
    heat_out: float | None
    heat_in: float | None
    counted_to: datetime | None
    rating: int | None
    rated_at: datetime | None
    count: int
    first_at: datetime | None
    last_at: datetime | None
    channels: list[tuple[str, int]]
    employers: list[tuple[str, str]]
    interactions: list[tuple[datetime, str, int, str]]


def tie_evidence(
    runner: Runner, *, pairs: Sequence[tuple[str, str]], before: datetime, limit: int
) -> list[TieEvidence]:
    """Everything a tie's strength and its explanation need, for some (user, contact) pairs."""
    return runner.read(_CYPHER, TieEvidence, pairs=pairs, before=before, limit=limit)

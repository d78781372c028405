"""What a tie's strength and its explanation need, for some (user, contact) pairs, or for all who know a contact."""

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
    `interactions` [at, channel, participants, direction] only where the sums on KNOWS reach beyond the moment. Instants
    are text (dates.instant)."""

    user: str
    user_name: str
    contact: str
    contact_name: str
    heat_out: float | None
    heat_in: float | None
    counted_to: str | None
    rating: int | None
    rated_at: str | None
    count: int
    first_at: str | None
    last_at: str | None
    channels: list[tuple[str, int]]
    employers: list[tuple[str, str]]
    interactions: list[tuple[str, str, int, str]]


def tie_evidence(
    runner: Runner,
    *,
    pairs: Sequence[tuple[str, str]] = (),
    contact: str | None = None,
    before: datetime,
    limit: int,
) -> list[TieEvidence]:
    """The evidence of some (user, contact) pairs, and of all ties that active users have with `contact`."""
    return runner.read(_CYPHER, TieEvidence, pairs=pairs, contact=contact, before=before, limit=limit)

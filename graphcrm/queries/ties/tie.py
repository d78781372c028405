"""A tie between a user and a contact: its evidence, weighed (docs/warmth.md)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime

from graphcrm import warmth
from graphcrm.dates import instant, maybe_instant
from graphcrm.queries.ties.tie_evidence import TieEvidence

_SECONDS_PER_DAY = 86_400.0
_DIRECTION_SHARES = {"out": (1.0, 0.0), "in": (0.0, 1.0), "both": (0.5, 0.5)}


@dataclass(frozen=True, slots=True)
class Tie:
    """How well a user knows a contact. `out` and `into` are the decayed sums, `floor` is what a rating adds (or 0);
    `employers` are (uid, name) of where the contact worked on the day of the last interaction, the main one first."""

    user: str
    user_name: str
    contact: str
    contact_name: str
    strength: float
    out: float
    into: float
    floor: float
    rating: int | None
    count: int
    first_at: datetime | None
    last_at: datetime | None
    channels: dict[str, int]
    employers: tuple[tuple[str, str], ...]


def weigh(evidence: TieEvidence, before: datetime) -> Tie:
    """The tie as of a moment: decayed sums, and the user's own word as a floor."""
    out, into = _sums(evidence, before)
    floor = 0.0
    rated_at = maybe_instant(evidence.rated_at)
    if evidence.rating is not None and rated_at is not None:
        age = (before - rated_at).total_seconds() / _SECONDS_PER_DAY
        floor = warmth.rating_floor(evidence.rating, max(0.0, age))
    return Tie(
        user=evidence.user,
        user_name=evidence.user_name,
        contact=evidence.contact,
        contact_name=evidence.contact_name,
        strength=max(floor, warmth.tie_strength(out, into)),
        out=out,
        into=into,
        floor=floor,
        rating=evidence.rating,
        count=evidence.count,
        first_at=maybe_instant(evidence.first_at),
        last_at=maybe_instant(evidence.last_at),
        channels=dict(sorted(((channel, count) for channel, count in evidence.channels), key=lambda c: (-c[1], c[0]))),
        employers=tuple((uid, name) for uid, name in evidence.employers),
    )


def _sums(evidence: TieEvidence, before: datetime) -> tuple[float, float]:
    """The decayed sums out and in: from KNOWS where all of it lies before the moment, else from the interactions."""
    counted_to = maybe_instant(evidence.counted_to)
    if counted_to is None or counted_to < before:
        return warmth.decayed(evidence.heat_out, before), warmth.decayed(evidence.heat_in, before)
    out, into = [], []
    for at, channel, participants, direction in evidence.interactions:
        weight = warmth.interaction_weight(channel, participants) * warmth.fading(instant(at), before)
        out_share, in_share = _DIRECTION_SHARES[direction]
        out.append(weight * out_share)
        into.append(weight * in_share)
    return math.fsum(out), math.fsum(into)  # exact, so that the order of the rows does not show in the last digit

"""The ties of one user that go cold: good ones once, and long without a word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from graphcrm import warmth
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.warmth import MODEL

QUIET_DAYS = 90  # a quarter: who has not been heard of for longer is missed
GONE_DAYS = 730  # what has been quiet for longer does not go cold, it is
GOOD = 0.25  # what two video calls make: a nod across a hall does not go cold

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class CoolingTie:
    """A tie: `was` its strength after the last interaction, `now` that of today, ratings left aside; where the contact
    works today."""

    contact: str
    name: str
    title: str | None
    account: str | None
    account_name: str | None
    last_at: datetime
    was: float
    now: float


def cooling(runner: Runner, *, user: str, on: date, before: datetime, limit: int) -> list[CoolingTie]:
    """Those with an interaction within GONE_DAYS, but none for QUIET_DAYS, that were GOOD, by what they lost; who asked
    not to be contacted is left out."""
    return runner.read(
        _CYPHER,
        CoolingTie,
        user=user,
        before=before,
        quiet=QUIET_DAYS,
        gone=GONE_DAYS,
        on=on,
        age=warmth.half_lives(before),
        good=GOOD,
        model=MODEL,
        limit=limit,
    )

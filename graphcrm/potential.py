"""What an account may be worth to us: points for what speaks for it, of seven factors. Pure functions.

Every constant stands here with its reason, and the page and the API tell each factor with its evidence and its rule
(docs/potential.md). It is a rule, not a forecast: nothing is learnt, and nothing hidden counts.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from graphcrm.warmth import account_warmth

MODEL_VERSION = "potential-1"
Name = Literal["ties", "open", "won", "industry", "contracts", "size", "contact"]
# The most points of each, 100 in all.
POINTS: dict[Name, int] = {
    "ties": 25,  # who knows somebody sells: the one thing that we have and others have not
    "open": 20,  # somebody there considers it already
    "won": 15,  # who bought once buys again
    "industry": 15,  # what others like them did
    "contracts": 10,  # they pay us now
    "contact": 10,  # what is spoken of is alive
    "size": 5,  # more people need more, but size alone opens no door
}
SIZE_FULL = 10_000  # employees, of which more tell nothing more
HALVED = 0.5  # what is missing halves with each further one: the first opportunity matters most
CONTACT_HALF_LIFE = timedelta(days=90)  # of the last contact: a quarter, as moves and activity count it


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of an account; None: who asks may not see it, so it does not count."""

    employees: float | None = 0.0  # 0: nobody knows
    industry: tuple[int, int] | None = (0, 0)  # won and lost opportunities of others in its industry
    ties: Sequence[float] | None = ()  # how well we know whom there, the best per person
    open: int | None = 0
    won: int | None = 0
    contracts: int | None = 0  # that run
    last_at: datetime | None = None
    met: bool = True  # whether who asks may see the last contact


@dataclass(frozen=True, slots=True)
class Factor:
    """One factor: how much speaks for the account, 0 to 1, and the points that makes."""

    name: Name
    value: float
    most: int

    @property
    def points(self) -> float:
        """How many points."""
        return self.value * self.most


@dataclass(frozen=True, slots=True)
class Potential:
    """All factors that count; `score` of 100 is what they have of the most that they could have."""

    factors: list[Factor]

    @property
    def score(self) -> float:
        """0 to 100; where nothing counts, 0."""
        most = sum(one.most for one in self.factors)
        return 100 * sum(one.points for one in self.factors) / most if most else 0.0


def potential(known: Evidence, at: datetime) -> Potential:
    """The potential of an account at a moment, of what is known of it."""
    values: dict[Name, float | None] = {
        "ties": None if known.ties is None else account_warmth(known.ties),
        "open": _some(known.open),
        "won": _some(known.won),
        "industry": None if known.industry is None else rate(*known.industry),
        "contracts": _some(known.contracts),
        "contact": _fresh(known.last_at, at) if known.met else None,
        "size": None if known.employees is None else size(known.employees),
    }
    return Potential([Factor(name, value, POINTS[name]) for name, value in values.items() if value is not None])


def size(employees: float) -> float:
    """How large an account is: each ten times as many count as much; nothing where nobody knows."""
    return min(1.0, math.log10(1 + employees) / math.log10(1 + SIZE_FULL))


def rate(won: int, lost: int) -> float:
    """How many of those that are decided were won, as if one of each had been before: few say little."""
    return (won + 1) / (won + lost + 2)


def _some(number: int | None) -> float | None:
    return None if number is None else 1 - HALVED**number


def _fresh(last_at: datetime | None, at: datetime) -> float:
    return 0.0 if last_at is None else float(0.5 ** (max(at - last_at, timedelta(0)) / CONTACT_HALF_LIFE))


def best(ties: Iterable[Sequence[float]]) -> list[float]:
    """The strength of the best tie with each person."""
    return [max(of_one) for of_one in ties if of_one]

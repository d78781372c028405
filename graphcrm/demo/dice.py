"""Chance that comes out the same for a seed on every Python: all of it is drawn from Random.random().

That method and the seeding by text are what Python promises never to change; choice, sample and shuffle are not
covered by the promise. Only + - * and int() touch the floats, which round alike on every machine; log and pow do not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """One stream of chance. Each part of the world has its own, so that a change in one leaves the others alone."""

    def __init__(self, seed: int, name: str) -> None:
        self._random = Random(f"{seed}/{name}")  # noqa: S311  (a made-up world keeps no secrets)

    def below(self, top: int) -> int:
        """A whole number from 0 to top - 1."""
        return int(self._random.random() * top)

    def between(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + self.below(high - low + 1)

    def small(self, low: int, high: int) -> int:
        """A whole number from low to high, the small ones far more often."""
        r = self._random.random()
        return low + int(r * r * (high - low + 1))

    def chance(self, percent: float) -> bool:
        """Yes, in so many of a hundred cases."""
        return self._random.random() * 100 < percent

    def pick(self, items: Sequence[T]) -> T:
        """One of them."""
        return items[self.below(len(items))]

    def weighted(self, weights: Mapping[T, int]) -> T:
        """One of the keys, as often as its weight says."""
        left = self.below(sum(weights.values()))
        for item, weight in weights.items():
            left -= weight
            if left < 0:
                return item
        message = "nothing to draw from: all weights are zero"
        raise ValueError(message)

    def some(self, items: Sequence[T], count: int) -> list[T]:
        """So many different ones (all of them, if there are fewer), in the order drawn."""
        pool = list(items)
        return [pool.pop(self.below(len(pool))) for _ in range(min(count, len(pool)))]

    def day(self, first: date, last: date) -> date:
        """A day from first to last, both included; `first` if they are the wrong way round."""
        return first + timedelta(days=self.below(max(0, (last - first).days) + 1))

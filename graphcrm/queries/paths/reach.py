"""The ties a search begins with, and the most that paths through each of their contacts can rank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from graphcrm import warmth
from graphcrm.queries.candidates.candidate import Candidate
from graphcrm.queries.ties.tie_bound import TieBound

Way = tuple[str, str | None, str, float, float]  # first, middle and target contact, relevance of the latter, bound


@dataclass(frozen=True)
class Reach:
    """Ties; `coldest` is the most that a tie can be which is not among them, 0 when all of them are; `near` is the most
    that a former colleague of the target's people can be to them."""

    ties: list[TieBound]
    coldest: float
    near: float

    @cached_property
    def most(self) -> dict[str, float]:
        """The most that anybody's tie with each contact can be."""
        found: dict[str, float] = {}
        for tie in self.ties:
            found[tie.contact] = max(found.get(tie.contact, 0.0), tie.most)
        return found

    @cached_property
    def _near(self) -> dict[str, float]:
        return {tie.contact: tie.near for tie in self.ties}

    @cached_property
    def _users(self) -> dict[str, dict[str, str | None]]:
        found: dict[str, dict[str, str | None]] = {}
        for tie in self.ties:
            found.setdefault(tie.contact, {})[tie.user] = tie.own
        return found

    def beyond(self, least: float, hops: int) -> list[tuple[str, float]]:
        """The contacts whose paths of so many hops can exceed `least`, and how far they can get, the best first."""
        bounds = ((contact, self._bound(most, self._near[contact], hops)) for contact, most in self.most.items())
        return sorted(((c, bound) for c, bound in bounds if bound > least), key=lambda item: (-item[1], item[0]))

    def rest(self, hops: int) -> float:
        """The most that paths of so many hops can rank which begin with another tie."""
        return self._bound(self.coldest, warmth.COLLEAGUES_MOST, hops)

    def candidates(self, ways: Iterable[Way]) -> Iterator[Candidate]:
        """A candidate for each user who knows the first contact, without the user's own contact record."""
        for first, middle, reached, relevance, bound in ways:
            for user, own in self._users[first].items():
                if own is None or own not in (first, middle, reached):
                    yield Candidate(user, None if first == reached else first, middle, reached, relevance, bound)

    def _bound(self, most: float, near: float, hops: int) -> float:
        """The tie, then one hop, between people as near to others as both can be, or two."""
        others = (1.0, min(near, self.near), near * self.near)
        return most * others[hops - 1] * float(warmth.HOP_FACTOR ** (hops - 1))

"""Search in rounds, each deeper, until the page asked for cannot change any more."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from graphcrm import warmth
from graphcrm.queries.candidates.candidate import Candidate
from graphcrm.queries.paths.evidence import paths_of
from graphcrm.queries.paths.models import KINDS, Path, best_by_connector
from graphcrm.queries.paths.question import Question
from graphcrm.queries.paths.search import EVERYTHING, Found, Search

FIRST_SIZE = 100  # candidates fetched at first: enough for a page of 50 most times
GROWTH = 4  # how much deeper the second and last round goes: the first settles most questions
_WEAK = warmth.BANDS[-1][0] * warmth.RELEVANCE_OTHER  # a rank below this is of a weak path, whoever is reached

_People = tuple[str | None, str | None, str | None, str]


@dataclass(slots=True)
class Rounds:
    """The paths found so far, by their people, and the kinds not searched to the end."""

    question: Question
    search: Search
    paths: dict[_People, Path] = field(default_factory=dict)
    partial: set[str] = field(default_factory=set)

    def run(self) -> None:
        """Search every kind asked for. Chains come last: what the shorter paths leave them to beat ends most of their
        search before it begins."""
        for kind in KINDS:
            if kind in self.question.kinds:
                self._deepen(kind)

    def wanted(self) -> list[Path]:
        """The paths whose score is high enough, in order."""
        return sorted((path for path in self.paths.values() if self.question.wants(path)), key=lambda path: path.key)

    def _deepen(self, kind: str) -> None:
        size = EVERYTHING if self.question.everything else max(FIRST_SIZE, 2 * self._needed())
        deepest = size if kind == "chain" else size * GROWTH  # a chain's bound is too loose to earn a second round
        while True:
            found = self._round(kind, size)
            if found is None:
                self.partial.add(kind)
                return
            if found.rest <= self._least():
                return
            if size >= deepest or found.rest < _WEAK:
                break
            size *= GROWTH
        if found.rest > self._page_least() or found.rest >= _WEAK:
            self.partial.add(kind)

    def _round(self, kind: str, size: int) -> Found | None:
        search = self.search
        found = search.chain(size, self._least()) if kind == "chain" else getattr(search, kind)(size)
        if found is not None:
            new = [candidate for candidate in found.candidates if _people(candidate) not in self.paths]
            for path in paths_of(search.runner, new, search.target, search.moment, search.cap):
                self.paths[_path_people(path)] = path
        return found

    def _needed(self) -> int:
        return self.question.seen + self.question.limit + 1  # one more tells whether another page follows

    def _least(self) -> float:
        """The rank that a path has to exceed to change anything: the page, or the warmth of the account."""
        if self.question.everything:
            return 0.0
        counted = sorted(best_by_connector(self.paths.values()).values(), reverse=True)[: warmth.CONNECTORS_COUNTED]
        coolest = counted[-1] if len(counted) == warmth.CONNECTORS_COUNTED else 0.0  # there is room for another
        return min(self._page_least(), coolest * warmth.RELEVANCE_OTHER)

    def _page_least(self) -> float:
        """The rank that a path has to exceed to come onto the page."""
        wanted = self.wanted()
        last = wanted[self._needed() - 1].rank if len(wanted) >= self._needed() else 0.0
        too_low = (self.question.min_score or 0) * warmth.RELEVANCE_OTHER  # of every rank below it, the score is too
        return max(last, math.nextafter(too_low, 0))


def _people(candidate: Candidate) -> _People:
    return candidate.user, candidate.connector, candidate.middle, candidate.target_contact


def _path_people(path: Path) -> _People:
    first, *between = path.people[:-1] or (None,)
    return path.tie.user, first, between[0] if between else None, path.people[-1]

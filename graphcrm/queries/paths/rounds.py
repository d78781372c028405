"""Search in rounds, each deeper, until neither the page asked for nor the account's warmth can change any more."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import count, islice

from graphcrm import warmth
from graphcrm.queries.candidates.candidate import Candidate
from graphcrm.queries.paths.chains import chains
from graphcrm.queries.paths.evidence import paths_of
from graphcrm.queries.paths.models import KINDS, Path, best_by_connector
from graphcrm.queries.paths.question import Question
from graphcrm.queries.paths.search import EVERYTHING, Found, Search

FIRST_SIZE = 100  # candidates fetched at first: enough for a page of 50 most times
GROWTH = 16  # how much deeper the next round goes: the first settles most questions, the third is of nearly everything
CONNECTORS_AT_ONCE = 4 * warmth.CONNECTORS_COUNTED  # weighed for the warmth of an account: bounds tell nearly all
SIZE_MOST = 100_000  # candidates at most, unless everything is asked for

_NOISE, _NOISE_LEAST = 1e-9, 1e-12  # in what the database and we compute alike, in proportion and at least

_Find = Callable[[int, float], Found | None]
_People = tuple[str, str | None, str | None, str]


@dataclass(slots=True)
class Rounds:
    """The paths found so far, by their people, and the kinds not searched to the end.

    Another page of the same question goes on where the page before it ended.
    """

    question: Question
    search: Search
    paths: dict[_People, Path] = field(default_factory=dict)
    partial: set[str] = field(default_factory=set)
    _found: dict[str, Found] = field(default_factory=dict)

    def run(self) -> None:
        """Search every kind asked for. Chains come last: what the shorter paths leave them to beat ends most of their
        search before it begins."""
        finders: dict[str, _Find] = {
            "direct": self.search.direct,
            "former_colleague": self.search.former_colleague,
            "chain": lambda size, least: chains(self.search, size, least),
        }
        for kind in KINDS:
            if kind in self.question.kinds and not self._deepen(kind, finders[kind]):
                self.partial.add(kind)

    def wanted(self) -> list[Path]:
        """The paths whose score is high enough, in order."""
        return sorted((path for path in self.paths.values() if self.question.wants(path)), key=lambda path: path.key)

    def _deepen(self, kind: str, find: _Find) -> bool:
        """Search one kind as deep as it takes; whether it could be."""
        size = EVERYTHING if self.question.everything else max(FIRST_SIZE, 2 * self._needed())
        found = self._found.get(kind)
        while True:
            if found is not None:
                self._found[kind] = found
                self._weigh(found.candidates)
                if found.rest <= self._least():
                    return True
            if size > SIZE_MOST and found is not None:
                return False
            found = find(size, self._least())
            if found is None:
                return False
            size *= GROWTH

    def _weigh(self, candidates: list[Candidate]) -> None:
        """Fetch the evidence of the candidates that can come onto the page, or make the account warmer."""
        new = [candidate for candidate in candidates if _people(candidate) not in self.paths]
        if self.question.everything:
            self._fetch(new)
            return
        size, rest = max(FIRST_SIZE, self.question.limit), iter(new)
        # Each batch twice the one before: where bounds are far above ranks, thousands are fetched before it shows.
        batches = (islice(rest, size << n) for n in count())
        self._fetch_while(lambda: _beyond(self._page_least(), next(batches)))
        warmest = sorted(new, key=lambda candidate: -candidate.score)
        while warmest := self._warmer(warmest):
            best = _first_of_each_contact(warmest, CONNECTORS_AT_ONCE) | set(warmest[:CONNECTORS_AT_ONCE])
            self._fetch(list(best))
            warmest = [candidate for candidate in warmest if candidate not in best]  # once: evidence may not hold

    def _fetch_while(self, batch: Callable[[], list[Candidate]]) -> None:
        while found := batch():
            self._fetch([candidate for candidate in found if _people(candidate) not in self.paths])

    def _fetch(self, candidates: list[Candidate]) -> None:
        search = self.search
        for path in paths_of(search.runner, candidates, search.target, search.moment, search.cap):
            self.paths[_path_people(path)] = path

    def _warmer(self, candidates: list[Candidate]) -> list[Candidate]:
        """Those not fetched that can make the account warmer: it counts the best score through each first contact."""
        best, coolest = best_by_connector(self.paths.values()), self._coolest()
        return [
            candidate
            for candidate in candidates
            if candidate.score > max(best.get(candidate.first, 0.0), coolest) * (1 + _NOISE)
            and _people(candidate) not in self.paths
        ]

    def _needed(self) -> int:
        return self.question.seen + self.question.limit + 1  # one more tells whether another page follows

    def _least(self) -> float:
        """The rank that a path has to exceed to change anything: the page, or the warmth of the account."""
        if self.question.everything:
            return 0.0
        return max(0.0, min(self._page_least(), self._coolest() * warmth.RELEVANCE_OTHER))

    def _coolest(self) -> float:
        """The score that a path has to exceed to make the account warmer."""
        counted = sorted(best_by_connector(self.paths.values()).values(), reverse=True)[: warmth.CONNECTORS_COUNTED]
        return counted[-1] if len(counted) == warmth.CONNECTORS_COUNTED else 0.0  # there is room for another

    def _page_least(self) -> float:
        """The rank that a path has to exceed to come onto the page."""
        wanted = self.wanted()
        last = -wanted[self._needed() - 1].key[0] if len(wanted) >= self._needed() else 0.0
        too_low = (self.question.min_score or 0) * warmth.RELEVANCE_OTHER  # of every rank below it, the score is too
        # Of equal ranks the uids decide which comes first, and bounds are equal to ranks but for the last digits.
        return max(last, too_low) * (1 - _NOISE) - _NOISE_LEAST


def _beyond(least: float, candidates: Iterable[Candidate]) -> list[Candidate]:
    return [candidate for candidate in candidates if candidate.bound > least]


def _first_of_each_contact(candidates: Iterable[Candidate], most: int) -> set[Candidate]:
    """The first candidate through each contact that one of us knows, of the first so many contacts."""
    found: dict[str, Candidate] = {}
    for candidate in candidates:
        found.setdefault(candidate.first, candidate)
        if len(found) == most:
            break
    return set(found.values())


def _people(candidate: Candidate) -> _People:
    return candidate.user, candidate.connector, candidate.middle, candidate.target_contact


def _path_people(path: Path) -> _People:
    first, *between = path.people[:-1] or (None,)
    return path.tie.user, first, between[0] if between else None, path.people[-1]

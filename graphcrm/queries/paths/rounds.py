"""Search in rounds, each deeper, until the page asked for cannot change any more."""

from __future__ import annotations

from dataclasses import dataclass, field

from graphcrm import warmth
from graphcrm.queries.candidates.candidate import Candidate
from graphcrm.queries.paths.evidence import paths_of
from graphcrm.queries.paths.models import Path
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
        """Search every kind asked for. Chains come last, and only while the page has room for them: a chain is
        rarely warmer than the fiftieth shorter path, and costs more than all of these."""
        for kind in ("direct", "former_colleague"):
            if kind in self.question.kinds:
                self._deepen(kind)
        if "chain" in self.question.kinds:
            if self._full() and not self.question.everything:
                self.partial.add("chain")
            else:
                self._deepen("chain")

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
            if not found.rest or (self._page_settled(found.rest) and self._warmth_settled(found.rest)):
                return
            if size >= deepest or found.rest < _WEAK:
                break
            size *= GROWTH
        if not self._page_settled(found.rest):
            self.partial.add(kind)

    def _round(self, kind: str, size: int) -> Found | None:
        found: Found | None = getattr(self.search, kind)(size)
        if found is not None:
            new = [candidate for candidate in found.candidates if _people(candidate) not in self.paths]
            search = self.search
            for path in paths_of(search.runner, new, search.target, search.moment, search.cap):
                self.paths[_path_people(path)] = path
        return found

    def _needed(self) -> int:
        return self.question.seen + self.question.limit + 1  # one more tells whether another page follows

    def _full(self) -> bool:
        warm = [path for path in self.wanted() if path.band != "weak"]
        return len(warm) >= self._needed()

    def _page_settled(self, rest: float) -> bool:
        """Whether nothing left out, of rank `rest` at most, can come onto the page."""
        if self.question.min_score is not None and rest / warmth.RELEVANCE_OTHER < self.question.min_score:
            return True
        wanted = self.wanted()
        return len(wanted) >= self._needed() and wanted[self._needed() - 1].rank >= rest

    def _warmth_settled(self, rest: float) -> bool:
        """Whether nothing left out can make the account warmer."""
        best: dict[str, float] = {}
        for path in self.paths.values():
            best[path.people[0]] = max(best.get(path.people[0], 0.0), path.score)
        counted = sorted(best.values(), reverse=True)[: warmth.CONNECTORS_COUNTED]
        return len(counted) == warmth.CONNECTORS_COUNTED and counted[-1] >= rest / warmth.RELEVANCE_OTHER


def _people(candidate: Candidate) -> _People:
    return candidate.user, candidate.connector, candidate.middle, candidate.target_contact


def _path_people(path: Path) -> _People:
    first, *between = path.people[:-1] or (None,)
    return path.tie.user, first, between[0] if between else None, path.people[-1]

"""Which search serves a question, and how far it has to go (docs/cypher.md gives the measurements).

Every search begins with ties and returns its candidates by a bound that no rank exceeds. So a search is deep enough
when the best paths found are all better than the bound of the first candidate left out; `Found.rest` is that bound, 0
when nothing was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypedDict

from graphcrm import warmth
from graphcrm.dates import Moment
from graphcrm.graph import Runner
from graphcrm.queries.candidates.candidate import Candidate
from graphcrm.queries.candidates.direct_of_contacts import direct_of_contacts
from graphcrm.queries.candidates.direct_of_team import direct_of_team
from graphcrm.queries.candidates.former_colleagues_of_connectors import former_colleagues_of_connectors
from graphcrm.queries.paths.reach import Reach
from graphcrm.queries.ties.all_ties import all_ties
from graphcrm.queries.ties.strongest_ties import strongest_ties
from graphcrm.queries.ties.tie_bound import TieBound
from graphcrm.queries.ties.ties_near_target import ties_near_target
from graphcrm.queries.ties.ties_of_user import ties_of_user

NEAR_TARGET_MOST = 150  # stints at the target up to which a team's ties are sought from the target's side
TIES_PER_CANDIDATE = 20  # strongest ties looked at for each candidate wanted: one in ten leads to a middling target
TIES_MOST = 50_000  # of a team's ties looked at: a second's worth
EVERYTHING = 10**9  # a limit that never cuts
_NEAR_TARGET = -1  # among the ties kept by how many of the strongest they are: those near the target


@dataclass(frozen=True, slots=True)
class Found:
    """Candidates, and the bound of the best one left out (0 for none)."""

    candidates: list[Candidate]
    rest: float


class _Instant(TypedDict):
    before: datetime
    age: float


class _When(_Instant):
    on: date
    cap: int
    limit: int


@dataclass(frozen=True, slots=True)
class Search:
    """One question's searches. What cannot exceed `least` is left out, unless everything is asked for.

    `near` is the most that a former colleague of the target's people can be to them.
    """

    runner: Runner
    target: str
    target_stints: int
    user: str | None
    moment: Moment
    cap: int
    everything: bool
    near: float
    _kept: dict[int, Reach] = field(default_factory=dict)

    def direct(self, size: int, least: float = 0.0) -> Found:
        """Users who know somebody at the target."""
        if self.user is None and not self.everything:
            found = direct_of_team(self.runner, target=self.target, limit=size, **self._instant(), on=self.moment.on)
            return Found(found, cut([row.bound for row in found], size))
        reach = self.strongest(size)
        contacts = [contact for contact, _ in reach.beyond(self.least(least), 1)]
        rows = direct_of_contacts(
            self.runner, contacts=contacts, ties=reach.most, target=self.target, on=self.moment.on, limit=size
        )
        ways = ((row.target_contact, None, row.target_contact, row.relevance, row.bound) for row in rows)
        return Found(list(reach.candidates(ways)), max(cut([row.bound for row in rows], size), reach.rest(1), least))

    def former_colleague(self, size: int, least: float = 0.0) -> Found:
        """Users who know a former colleague of somebody at the target."""
        reach = self._leading(size)
        connectors = [contact for contact, _ in reach.beyond(self.least(least), 2)]
        rows = former_colleagues_of_connectors(
            self.runner,
            connectors=connectors,
            ties=reach.most,
            target=self.target,
            on=self.moment.on,
            cap=self.cap,
            limit=size,
        )
        ways = ((row.connector, None, row.target_contact, row.relevance, row.bound) for row in rows)
        return Found(list(reach.candidates(ways)), max(cut([row.bound for row in rows], size), reach.rest(2), least))

    def least(self, least: float) -> float:
        """What a bound has to exceed: evidence without weight counts too where everything is asked for."""
        return -1.0 if self.everything else least

    def strongest(self, count: int) -> Reach:
        """The strongest ties of those asked for, at least so many; all of one user's, or where everything is asked."""
        enough = min((number for number in self._kept if number >= count), default=None)
        if enough is None:
            enough = EVERYTHING if self.user or self.everything else count
            self._kept[enough] = self._strongest(enough)
        return self._kept[enough]

    def any_strongest(self, count: int) -> Reach:
        """The strongest ties there are at hand, else so many."""
        return self.strongest(min((number for number in self._kept if number >= 0), default=count))

    def _strongest(self, count: int) -> Reach:
        if self.user:
            return self._reach(ties_of_user(self.runner, user=self.user, **self._when(count)))
        if self.everything:
            return self._reach(all_ties(self.runner, **self._when(count)))
        ties = strongest_ties(self.runner, **self._when(count))
        return self._reach(ties, self._coldest(ties, count))

    def _leading(self, size: int) -> Reach:
        """The ties that may lead to the target through one connector."""
        if self.user or self.everything or self.target_stints > NEAR_TARGET_MOST:
            return self.strongest(min(size * TIES_PER_CANDIDATE, TIES_MOST))
        if _NEAR_TARGET not in self._kept:
            ties = ties_near_target(self.runner, target=self.target, **self._when(EVERYTHING))
            self._kept[_NEAR_TARGET] = self._reach(ties)
        return self._kept[_NEAR_TARGET]

    def _reach(self, ties: list[TieBound], coldest: float = 0.0) -> Reach:
        return Reach(ties, coldest, self.near)

    def _coldest(self, ties: Sequence[TieBound], asked: int) -> float:
        """The most that a tie can be which was not looked at; ratings were all looked at."""
        heats = [tie.heat for tie in ties if tie.heat is not None]
        return warmth.most_tie_strength(min(heats), self.moment.before) if len(heats) >= asked else 0.0

    def _when(self, limit: int) -> _When:
        return {**self._instant(), "on": self.moment.on, "cap": self.cap, "limit": limit}

    def _instant(self) -> _Instant:
        return {"before": self.moment.before, "age": warmth.half_lives(self.moment.before)}


def cut(bounds: Sequence[float], size: int) -> float:
    """The bound of the first row left out of those, sorted, that a limit of `size` may have cut."""
    return bounds[-1] if len(bounds) >= size else 0.0

"""Which search serves a question, and how far it has to go (docs/cypher.md gives the measurements).

Every search returns its candidates by a bound that no rank exceeds. So a search is deep enough when the best paths
found are all better than the bound of the first candidate left out; `Found.rest` is that bound, 0 when nothing was.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict

from graphcrm import warmth
from graphcrm.dates import Moment
from graphcrm.graph import Runner
from graphcrm.queries.candidates.candidate import Candidate
from graphcrm.queries.candidates.direct_of_team import direct_of_team
from graphcrm.queries.candidates.direct_of_user import direct_of_user
from graphcrm.queries.candidates.former_colleagues_of_connectors import former_colleagues_of_connectors
from graphcrm.queries.candidates.former_colleagues_of_team import former_colleagues_of_team
from graphcrm.queries.candidates.former_colleagues_of_user import former_colleagues_of_user
from graphcrm.queries.candidates.middles_of_connectors import FirstHops, middles_of_connectors
from graphcrm.queries.candidates.middles_of_target import LastHop, middles_of_target
from graphcrm.queries.ties.all_ties import all_ties
from graphcrm.queries.ties.strongest_ties import strongest_ties
from graphcrm.queries.ties.tie_bound import TieBound
from graphcrm.queries.ties.ties_of_user import ties_of_user

TEAM_TARGET_FIRST = 150  # stints at the target up to which a team's search expands from the target's side
TIES_PER_CANDIDATE = 20  # strongest ties looked at for each candidate wanted: one in ten leads to a middling target
CHAIN_CONNECTORS = 2_000  # connectors at most at the near end of chains: 0.2 s with their ties, of 100,000 contacts
CHAIN_TIES = 2 * CHAIN_CONNECTORS  # several users may know one connector
PAIRS_PER_CHAIN = 10  # last hops looked at for each chain wanted
CHAINS_MOST = 100_000  # chains kept at most, even when everything is asked for: more is no answer
HOPS_OF_CHAIN = warmth.COLLEAGUES_MOST * warmth.HOP_FACTOR**2  # the most of a chain but its tie and last hop
CHAIN_TARGET_MOST = 1_000  # stints at the target above which chains are not sought unless asked for everything
EVERYTHING = 10**9  # a limit that never cuts


@dataclass(frozen=True, slots=True)
class Found:
    """Candidates, and the bound of the best one left out (0 for none)."""

    candidates: list[Candidate]
    rest: float


class _When(TypedDict):
    on: date
    before: datetime
    age: float


@dataclass(frozen=True, slots=True)
class Search:
    """One question's searches."""

    runner: Runner
    target: str
    target_stints: int
    user: str | None
    moment: Moment
    cap: int
    everything: bool

    def direct(self, size: int) -> Found:
        """Users who know somebody at the target."""
        if self.user is None:
            return _cut(direct_of_team(self.runner, target=self.target, limit=size, **self._when()), size)
        found = direct_of_user(self.runner, user=self.user, target=self.target, limit=size, **self._when())
        return _cut(found, size)

    def former_colleague(self, size: int) -> Found:
        """Users who know a former colleague of somebody at the target."""
        if self.user is not None:
            found = former_colleagues_of_user(
                self.runner, user=self.user, target=self.target, cap=self.cap, limit=size, **self._when()
            )
            return _cut(found, size)
        if self.everything or self.target_stints <= TEAM_TARGET_FIRST:
            found = former_colleagues_of_team(self.runner, target=self.target, cap=self.cap, limit=size, **self._when())
            return _cut(found, size)
        return self._former_colleague_by_tie(size)

    def _former_colleague_by_tie(self, size: int) -> Found:
        ties = strongest_ties(self.runner, before=self.moment.before, limit=size * TIES_PER_CANDIDATE)
        found = former_colleagues_of_connectors(
            self.runner,
            connectors=sorted({tie.contact for tie in ties}),
            ties=_most(ties, self.moment),
            target=self.target,
            on=self.moment.on,
            cap=self.cap,
            limit=size,
        )
        by_bound = _cut(found, size)
        colder = self._coldest(ties, size * TIES_PER_CANDIDATE) * warmth.COLLEAGUES_MOST * warmth.HOP_FACTOR
        return Found(list(_for_users(by_bound.candidates, ties)), max(by_bound.rest, colder))

    def _coldest(self, ties: list[TieBound], asked: int) -> float:
        """The most that a tie can be which was not looked at; ratings were all looked at."""
        heats = [tie.heat for tie in ties if tie.heat is not None]
        return warmth.most_tie_strength(min(heats), self.moment.before) if len(heats) >= asked else 0.0

    def chain(self, size: int, least: float = 0.0) -> Found | None:
        """Users who know a former colleague of a former colleague; None where the target is too large for that.

        Two halves meet in the middle person: the product of both would be far too many to look at. What cannot exceed
        `least` is left out.
        """
        least = -1.0 if self.everything else least  # evidence without weight counts too
        ties = self._chain_ties()
        strongest = sorted(_most(ties, self.moment).items(), key=lambda item: (-item[1], item[0]))
        most = HOPS_OF_CHAIN * (strongest[0][1] if strongest else 0.0)
        if most * warmth.COLLEAGUES_MOST <= least:
            return Found([], most * warmth.COLLEAGUES_MOST)
        if self.target_stints > CHAIN_TARGET_MOST and not self.everything:
            return None
        pairs = EVERYTHING if self.everything else size * PAIRS_PER_CHAIN
        last = middles_of_target(self.runner, target=self.target, on=self.moment.on, cap=self.cap, limit=pairs)
        if not last or last[0].bound * most <= least:
            return Found([], last[0].bound * most if last else 0.0)
        warm_enough = [tie for tie in strongest if tie[1] * HOPS_OF_CHAIN * last[0].bound > least]
        taken = warm_enough if self.everything else warm_enough[:CHAIN_CONNECTORS]
        ends: dict[str, list[LastHop]] = {}
        for hop in last:
            ends.setdefault(hop.middle, []).append(hop)
        first = middles_of_connectors(
            self.runner,
            connectors=[connector for connector, _ in taken],
            ties=dict(taken),
            middles={middle: hops[0].bound for middle, hops in ends.items()},
            target=self.target,
            on=self.moment.on,
            cap=self.cap,
            limit=size,
        )
        chains = _joined(first, ends, least, min(size, CHAINS_MOST))
        colder = max(strongest[len(taken)][1] if len(strongest) > len(taken) else 0.0, self._coldest(ties, CHAIN_TIES))
        rest = max(
            chains[-1].bound if len(chains) >= min(size, CHAINS_MOST) else 0.0,
            first[-1].bound if len(first) >= size else 0.0,
            last[-1].bound * most if len(last) >= pairs else 0.0,
            colder * HOPS_OF_CHAIN * last[0].bound,
            least,
        )
        return Found(list(_for_users(chains, ties)), rest)

    def _chain_ties(self) -> list[TieBound]:
        if self.user is not None:
            most = EVERYTHING if self.everything else CHAIN_TIES
            return ties_of_user(self.runner, user=self.user, before=self.moment.before, limit=most)
        if self.everything:
            return all_ties(self.runner, before=self.moment.before, limit=EVERYTHING)
        return strongest_ties(self.runner, before=self.moment.before, limit=CHAIN_TIES)

    def _when(self) -> _When:
        return {
            "on": self.moment.on,
            "before": self.moment.before,
            "age": warmth.days_since_epoch(self.moment.before) / warmth.TIE_HALF_LIFE_DAYS,
        }


def _cut(candidates: list[Candidate], size: int) -> Found:
    return Found(candidates, candidates[-1].bound if len(candidates) >= size else 0.0)


def _most(ties: Iterable[TieBound], moment: Moment) -> dict[str, float]:
    """The most that anybody's tie with each contact can be."""
    most: dict[str, float] = {}
    for tie in ties:
        most[tie.contact] = max(most.get(tie.contact, 0.0), tie.most(moment.before))
    return most


def _for_users(candidates: Iterable[Candidate], ties: Iterable[TieBound]) -> Iterable[Candidate]:
    """Candidates for each user who knows the connector, without the user's own contact record."""
    by_contact: dict[str, dict[str, str | None]] = {}
    for tie in ties:
        by_contact.setdefault(tie.contact, {})[tie.user] = tie.own
    for found in candidates:
        people = (found.connector, found.middle, found.target_contact)
        for user, own in by_contact[found.connector or ""].items():
            if own is None or own not in people:
                yield Candidate(user, found.connector, found.middle, found.target_contact, found.bound)


def _joined(first: Iterable[FirstHops], ends: dict[str, list[LastHop]], least: float, size: int) -> list[Candidate]:
    """The best chains of both halves whose bound exceeds `least`, best first."""
    chains = (
        Candidate(None, pair.connector, pair.middle, end.target_contact, bound)
        for pair in first
        for end in ends[pair.middle]
        if end.target_contact != pair.connector
        and end.bound > 0
        and (bound := pair.bound * end.bound / ends[pair.middle][0].bound) > least
    )
    return heapq.nsmallest(size, chains, key=lambda c: (-c.bound, c.connector, c.middle, c.target_contact))

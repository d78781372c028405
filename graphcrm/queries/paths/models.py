"""What a search for warm paths answers with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from graphcrm import warmth
from graphcrm.queries.accounts.workplaces_of_staff import NotSearched
from graphcrm.queries.colleagues.acquaintance import Acquaintance
from graphcrm.queries.ties.tie import Tie

KINDS = ("direct", "former_colleague", "chain")

Key = tuple[float, int, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Hop:
    """One step between two people, with its evidence: a Tie ("knows") or an Acquaintance ("worked_together")."""

    evidence: Tie | Acquaintance

    @property
    def kind(self) -> str:
        """Either knows or worked_together."""
        return "knows" if isinstance(self.evidence, Tie) else "worked_together"

    @property
    def strength(self) -> float:
        """0 to 1."""
        return self.evidence.strength


@dataclass(frozen=True, slots=True)
class Job:
    """The job a path ends in: the title of the main one of several, the weightiest role, the latest day it was known
    to hold, and whether it is certain on the day asked for."""

    contact: str
    name: str
    title: str | None
    role: str | None
    verified_on: date
    certain: bool


@dataclass(frozen=True, slots=True)
class Path:
    """One way from a user to a person at the target. `moved_from` is (uid, name) of the account where that person was
    on the day of the last interaction, when that was not the target (direct paths only). Of a `masked` one nothing is
    shown but how good it is."""

    hops: tuple[Hop, ...]
    job: Job
    score: float
    certain: bool
    moved_from: tuple[str, str] | None
    masked: bool = False

    @property
    def kind(self) -> str:
        """One of KINDS."""
        return KINDS[len(self.hops) - 1]

    @property
    def band(self) -> str:
        """strong, good, possible or weak."""
        return warmth.band(self.score, certain=self.certain)

    @property
    def tie(self) -> Tie:
        """The first hop."""
        tie = self.hops[0].evidence
        assert isinstance(tie, Tie)  # noqa: S101  (by construction)
        return tie

    @property
    def weakest_hop(self) -> int:
        """The index of the weakest hop, the first one of equals."""
        return min(range(len(self.hops)), key=lambda i: self.hops[i].strength)

    @property
    def rank(self) -> float:
        """What paths are ordered by: the score, weighed with the relevance of the person reached."""
        return self.score * warmth.relevance(self.job.role)

    @property
    def people(self) -> tuple[str, ...]:
        """The contacts along the path, by uid."""
        return tuple(
            hop.evidence.contact if isinstance(hop.evidence, Tie) else hop.evidence.colleague for hop in self.hops
        )

    @property
    def way(self) -> str:
        """What this path is called for ever: the uids of its people, the user first."""
        return ",".join((self.tie.user, *self.people))

    @property
    def key(self) -> Key:
        """The sort key: best rank first, then fewer hops, then uids, so that the order is the same each time.

        Ranks are equal to twelve digits: further ones are noise, and no reason for an order.
        """
        return -round(self.rank, 12), len(self.hops), self.tie.user, self.people


@dataclass(frozen=True, slots=True)
class WarmPaths:
    """One page of paths into an account. `partial` names the kinds that were not searched to the end;
    `more` says whether another page follows, and `asked_not` who along them asked us not to contact them."""

    account: str
    account_name: str
    as_of: date
    before: datetime
    paths: list[Path]
    account_warmth: float
    not_searched: list[NotSearched]
    partial: tuple[str, ...]
    more: bool
    asked_not: frozenset[str] = frozenset()


def best_by_connector(paths: Iterable[Path]) -> dict[str, float]:
    """The best score of the paths through each contact that one of us knows."""
    best: dict[str, float] = {}
    for path in paths:
        best[path.people[0]] = max(best.get(path.people[0], 0.0), path.score)
    return best

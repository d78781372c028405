"""A path as a card: people and edges for the eye, one line of evidence a hop, and the score's factors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graphcrm.queries.colleagues.acquaintance import Acquaintance, Shared
from graphcrm.queries.paths import Path, WarmPaths
from graphcrm.queries.ties.tie import Tie
from graphcrm.web.pages.factors import Factor, colleague_factors, path_factors, tie_factors
from graphcrm.web.pages.words import channels, count, day, duration, month, span


@dataclass(frozen=True, slots=True)
class Node:
    """One stop of a path."""

    type: Literal["user", "contact", "account"]
    uid: str
    name: str
    detail: str | None
    asked_not: bool = False  # to be contacted


@dataclass(frozen=True, slots=True)
class Edge:
    """What joins two stops: a recorded one is drawn solid, an inferred one dotted."""

    label: str
    recorded: bool
    weakest: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a hop rests on, in words."""

    claim: str
    grounds: list[str]
    strength: float
    weakest: bool
    factors: list[Factor]


@dataclass(frozen=True, slots=True)
class Card:
    """A path, ready to show."""

    path: Path
    nodes: list[Node]
    edges: list[Edge]
    evidence: list[Evidence]
    factors: list[Factor]


def card(path: Path, answer: WarmPaths) -> Card:
    """The card of a path."""
    if path.masked:
        colleague = Node("user", "", "A colleague of yours", "the way is not shown")
        end = Node("account", answer.account, answer.account_name, None)
        return Card(path, [colleague, end], [Edge("a way", recorded=False, weakest=False)], [], [])
    weakest = path.weakest_hop if len(path.hops) > 1 else None
    hops = [hop.evidence for hop in path.hops]
    edges = [Edge(_label(hop), isinstance(hop, Tie), n == weakest) for n, hop in enumerate(hops)]
    works_at = "works at" if path.job.certain else "may work at"
    return Card(
        path=path,
        nodes=[*_people(path, answer.asked_not), Node("account", answer.account, answer.account_name, None)],
        edges=[*edges, Edge(works_at, path.job.certain, weakest=False)],
        evidence=[_evidence(hop, path, answer.as_of, weakest=n == weakest) for n, hop in enumerate(hops)],
        factors=path_factors(path, answer),
    )


def _people(path: Path, asked_not: frozenset[str]) -> list[Node]:
    tie = path.tie
    nodes = [Node("user", tie.user, tie.user_name, "one of us")]
    for hop in path.hops:
        person = hop.evidence
        uid, name = (
            (person.contact, person.contact_name)
            if isinstance(person, Tie)
            else (person.colleague, person.colleague_name)
        )
        reached = uid == path.job.contact
        nodes.append(Node("contact", uid, name, path.job.title if reached else "introduces us", uid in asked_not))
    return nodes


def _label(hop: Tie | Acquaintance) -> str:
    if isinstance(hop, Tie):
        return count(hop.count, "interaction") if hop.count else f"rated {hop.rating} of 5"
    places = {part.account_name for part in hop.shared}
    return next(iter(places)) if len(places) == 1 else count(len(places), "shared employer")


def _evidence(hop: Tie | Acquaintance, path: Path, on: date, *, weakest: bool) -> Evidence:
    if isinstance(hop, Tie):
        claim = f"{hop.user_name} knows {hop.contact_name}"
        return Evidence(claim, tie_grounds(hop, path.moved_from), hop.strength, weakest, tie_factors(hop))
    claim = f"{hop.contact_name} worked with {hop.colleague_name}"
    return Evidence(claim, [_together(part) for part in hop.shared], hop.strength, weakest, colleague_factors(hop, on))


def tie_grounds(tie: Tie, then: tuple[str, str] | None) -> list[str]:
    """What a tie rests on; `then` is (uid, name) of where they were on the last day, where that is worth saying."""
    grounds = []
    if tie.count and tie.first_at and tie.last_at:
        once = tie.first_at.date() == tie.last_at.date()
        when = f"on {day(tie.last_at)}" if once else f"from {month(tie.first_at)} to {day(tie.last_at)}"
        grounds.append(f"{channels(tie.channels)}, {when}")
    if then:
        grounds.append(f"{tie.contact_name} was at {then[1]} then")
    if tie.rating is not None:
        grounds.append(f"rated {tie.rating} of 5 by {tie.user_name}")
    return grounds


def _together(part: Shared) -> str:
    when = span(part.stretch.start, part.stretch.end)
    return f"{part.account_name}, {when}: {_days(part)}, {_unit(part)}"


def _days(part: Shared) -> str:
    certain, possible = part.stretch.certain_days, part.stretch.possible_days
    if not certain:
        return f"possibly up to {duration(possible)}" if possible is not None else "possibly together"
    if possible is None or possible - certain < 31:  # noqa: PLR2004  (a month: what a partial date leaves open)
        return duration(certain)
    return f"{duration(certain)} for certain, {duration(possible)} possibly"


def _unit(part: Shared) -> str:
    people = count(part.people, "person", "people")
    return f"the same department, among {people}" if part.same_department else f"among {people}"

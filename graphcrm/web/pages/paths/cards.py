"""A path as a card: people and edges for the eye, what each hop rests on, and the score's factors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from flask_babel import gettext as _
from flask_babel import ngettext

from graphcrm import warmth
from graphcrm.queries.colleagues.acquaintance import Acquaintance
from graphcrm.queries.paths import Path, WarmPaths
from graphcrm.queries.ties.tie import Tie
from graphcrm.web.context import my_uid
from graphcrm.web.pages.paths.factors import Factor, claim, colleague_factors, path_factors, tie_factors
from graphcrm.web.pages.paths.grounds import Pill, pills_of, tie_grounds, together
from graphcrm.web.pages.words import day, duration, several


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
    """A path, ready to show: `pills` say in short what `evidence` says in full."""

    path: Path
    nodes: list[Node]
    edges: list[Edge]
    pills: list[Pill]
    evidence: list[Evidence]
    factors: list[Factor]
    known: bool = False  # whether who asks knows the one reached: nobody has to introduce them


def card(path: Path, answer: WarmPaths) -> Card:
    """The card of a path."""
    if path.masked:
        colleague = Node("user", "", _("A colleague of yours"), _("the way is not shown"))
        end = Node("account", answer.account, answer.account_name, None)
        return Card(path, [colleague, end], [Edge(_("a way"), recorded=False, weakest=False)], [], [], [])
    weakest = path.weakest_hop if len(path.hops) > 1 else None
    hops = [hop.evidence for hop in path.hops]
    edges = [Edge(_label(hop), isinstance(hop, Tie), n == weakest) for n, hop in enumerate(hops)]
    works_at = _("works at") if path.job.certain else _("may work at")
    pills = [pill for n, hop in enumerate(hops) for pill in pills_of(hop, path.moved_from, weakest=n == weakest)]
    return Card(
        path=path,
        nodes=[*_people(path, answer.asked_not), Node("account", answer.account, answer.account_name, None)],
        edges=[*edges, Edge(works_at, path.job.certain, weakest=False)],
        pills=[*pills, *_stale(path, answer.as_of)],
        evidence=[_evidence(hop, path, answer.as_of, weakest=n == weakest) for n, hop in enumerate(hops)],
        factors=path_factors(path, answer),
        known=len(hops) == 1 and path.tie.user == my_uid(),
    )


def _people(path: Path, asked_not: frozenset[str]) -> list[Node]:
    tie = path.tie
    nodes = [Node("user", tie.user, tie.user_name, _("one of us"))]
    for hop in path.hops:
        person = hop.evidence
        uid, name = (
            (person.contact, person.contact_name)
            if isinstance(person, Tie)
            else (person.colleague, person.colleague_name)
        )
        reached = uid == path.job.contact
        nodes.append(Node("contact", uid, name, path.job.title if reached else _("introduces us"), uid in asked_not))
    return nodes


def _label(hop: Tie | Acquaintance) -> str:
    if isinstance(hop, Tie):
        if not hop.count:
            return _("rated %(rating)d of 5", rating=hop.rating)
        often = ngettext("%(number)s interaction", "%(number)s interactions", hop.count, number=several(hop.count))
        return f"{often} · {hop.last_at.year}" if hop.last_at else often
    places = {part.account_name for part in hop.shared}
    if len(places) == 1:
        days = sum(part.stretch.certain_days for part in hop.shared)
        return f"{next(iter(places))} · {duration(days)}" if days else next(iter(places))
    return ngettext("%(num)d shared employer", "%(num)d shared employers", len(places))


def _stale(path: Path, on: date) -> list[Pill]:
    """That nobody has looked for long whether the person reached is still there."""
    if warmth.verified_factor((on - path.job.verified_on).days) == 1:
        return []
    return [Pill(_("job last verified on %(day)s", day=day(path.job.verified_on)), "old")]


def _evidence(hop: Tie | Acquaintance, path: Path, on: date, *, weakest: bool) -> Evidence:
    if isinstance(hop, Tie):
        return Evidence(claim(hop), tie_grounds(hop, path.moved_from), hop.strength, weakest, tie_factors(hop))
    grounds = [together(part) for part in hop.shared]
    return Evidence(claim(hop), grounds, hop.strength, weakest, colleague_factors(hop, on))

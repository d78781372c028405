"""Events: what one interaction is, of the edges of all its pairs, and back.

An event's state has the fields that all its pairs share, and `users`, `contacts` and `leads`, those in the trash too.
Pairs need not be alike, as an import may say something else of each: fields that differ stand in `parts`, by pair, and
where not every user met everybody, `pairs` says who did.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any, NamedTuple

from graphcrm.nodes import EDGES, states
from graphcrm.nodes.states import State
from graphcrm.queries.interactions.stored_parts import StoredPart

Pair = tuple[str, str, str]  # user, label and uid of the other
Parts = dict[Pair, State]

# Where it is not said who turned to whom: these take both sides, while a mail may never have been answered, and an
# unanswered mail is no mutual tie (docs/warmth.md).
MUTUAL = frozenset({"meeting", "video", "call", "event"})
KEPT = frozenset({"uid", "event", "rev"})  # what is each edge's own
_PEOPLE = ("users", "contacts", "leads", "parts", "pairs")


class Edge(NamedTuple):
    """Where a pair's part is stored: its uid and revision, and whether it is set aside."""

    uid: str
    rev: int
    aside: bool


@dataclass(frozen=True, slots=True)
class Event:
    """An event: its revision, the latest of its pairs', and the fields and the edge of each pair."""

    uid: str
    rev: int
    parts: Parts
    edges: dict[Pair, Edge] = field(default_factory=dict)

    @property
    def live(self) -> list[Pair]:
        """The pairs of whom nobody is in the trash."""
        return [pair for pair, edge in self.edges.items() if not edge.aside]

    def among(self, who: Mapping[str, Sequence[str]]) -> list[Pair]:
        """The pairs when `who` are all that take part: who is in the trash is not asked, and keeps their part."""
        asked = everybody(who["users"], who["contacts"], who["leads"])
        seen, named = ends(self.live), ends(asked)
        stay = [pair for pair, edge in self.edges.items() if edge.aside and ends([pair]) & seen <= named]
        return list(dict.fromkeys([*asked, *stay]))


def stored(uid: str, found: Iterable[StoredPart]) -> Event:
    """The event that some parts are."""
    event = Event(uid, 0, {})
    for part in found:
        pair, rev = (part.user, part.label, part.person), part.props.get("rev") or 1
        event.parts[pair] = {
            name: value for name, value in part.props.items() if name not in KEPT and value is not None
        }
        event.edges[pair] = Edge(part.props["uid"], rev, part.aside)
    return replace(event, rev=max((edge.rev for edge in event.edges.values()), default=0))


def ends(pairs: Iterable[Pair]) -> set[tuple[str, str]]:
    """Everybody in some pairs, by label and uid."""
    return {end for user, label, uid in pairs for end in (("User", user), (label, uid))}


def people(parts: Iterable[Pair]) -> State:
    """Who took part."""
    pairs = list(parts)
    return {
        "users": sorted({user for user, *_ in pairs}),
        "contacts": sorted({uid for _, label, uid in pairs if label == "Contact"}),
        "leads": sorted({uid for _, label, uid in pairs if label == "Lead"}),
    }


def everybody(users: Iterable[str], contacts: Iterable[str], leads: Iterable[str]) -> list[Pair]:
    """Each user with each contact and lead."""
    others = [*(("Contact", uid) for uid in contacts), *(("Lead", uid) for uid in leads)]
    return [(user, *other) for user, other in product(users, others)]


def state_of(parts: Parts) -> State:
    """The state that parts are."""
    if not parts:
        return {}
    who = people(parts)
    names = {name for props in parts.values() for name in props}
    first = next(iter(parts.values()))
    shared = {name for name in names if all(props.get(name) == first.get(name) for props in parts.values())}
    differing = {
        " ".join(pair): {name: props[name] for name in sorted(names - shared) if name in props}
        for pair, props in sorted(parts.items())
    }
    state = {name: first[name] for name in sorted(shared) if name in first} | who
    if names - shared:
        state["parts"] = {pair: states.shown(props) for pair, props in differing.items()}
    if len(parts) < len(everybody(who["users"], who["contacts"], who["leads"])):
        state["pairs"] = sorted(differing)
    return state


def parts_of(state: Mapping[str, Any]) -> Parts:
    """The parts that a state is."""
    shared = {name: value for name, value in state.items() if name not in _PEOPLE and value is not None}
    pairs = everybody(state.get("users") or (), state.get("contacts") or (), state.get("leads") or ())
    if state.get("pairs"):
        pairs = [pair for pair in pairs if " ".join(pair) in state["pairs"]]
    own = state.get("parts") or {}
    return {pair: shared | states.stored(EDGES["INTERACTED_WITH"], own.get(" ".join(pair), {})) for pair in pairs}

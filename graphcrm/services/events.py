"""Events: what one interaction is, of the edges of all its pairs, and back.

An event's state has the fields that all its pairs share, and `users`, `contacts` and `leads`. Pairs need not be alike,
as an import may say something else of each: fields that differ stand in `parts`, by pair, and where not every user met
everybody, `pairs` says who did.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from graphcrm.nodes import EDGES, states
from graphcrm.nodes.states import State
from graphcrm.queries.interactions.lock_events import LockedPart

Pair = tuple[str, str, str]  # user, label and uid of the other
Parts = dict[Pair, State]

# Where it is not said who turned to whom: these take both sides, while a mail may never have been answered, and an
# unanswered mail is no mutual tie (docs/warmth.md).
MUTUAL = frozenset({"meeting", "video", "call", "event"})
KEPT = frozenset({"uid", "event", "rev", "recorded_at", "recorded_by"})
_PEOPLE = ("users", "contacts", "leads", "parts", "pairs")


@dataclass(frozen=True, slots=True)
class Event:
    """An event: its revision, the latest of its pairs', the fields of each pair, and its edge's uid and revision."""

    uid: str
    rev: int
    parts: Parts
    edges: dict[Pair, tuple[str, int]] = field(default_factory=dict)


def stored(uid: str, found: Sequence[LockedPart]) -> Event:
    """The event that some parts are."""
    event = Event(uid, max((part.props["rev"] for part in found), default=0), {})
    for part in found:
        pair = part.user, part.label, part.person
        event.parts[pair] = {name: value for name, value in part.props.items() if name not in KEPT}
        event.edges[pair] = part.props["uid"], part.props["rev"]
    return event


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

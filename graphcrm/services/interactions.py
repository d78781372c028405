"""Interactions: an event with all who took part, made, changed and removed as one (docs/changes.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from graphcrm.errors import InvalidInputError, NotFoundError, placed, said
from graphcrm.nodes import EDGES, states
from graphcrm.nodes.base import fields
from graphcrm.nodes.ids import new_uid
from graphcrm.nodes.states import State
from graphcrm.queries.changes.revision import Revision
from graphcrm.queries.changes.share_revisions import share_revisions
from graphcrm.services import edges, event_writing, events
from graphcrm.services.changes import Change, Record
from graphcrm.services.event_writing import KIND
from graphcrm.services.events import MUTUAL, Event, Pair, Parts

_FIELDS = fields(EDGES["INTERACTED_WITH"])
_WHO = ("users", "contacts", "leads")
_NOT_SET = events.KEPT | {"counted", "recorded_at", "recorded_by"}
_AHEAD = timedelta(days=1)  # somebody's clock, or somebody's time zone
PAIRS_MOST = 10_000  # of one request: more is a congress, which an import may bring


def create(change: Change, values: Mapping[str, Any]) -> str:
    """Make an event of `values`: its fields and `users` (left out: who asks), `contacts`, `leads`; answers its uid.

    Raises InvalidInputError, NotFoundError, InTrashError.
    """
    return _create(change, [(values, None)])[0]


def create_all(change: Change, many: Sequence[Mapping[str, Any]]) -> list[str]:
    """Make several events at once, all of them or none; answers their uids. A refusal names items.N.field."""
    return _create(change, [(values, f"items.{number}") for number, values in enumerate(many)])


def _create(change: Change, many: Sequence[tuple[Mapping[str, Any], str | None]]) -> list[str]:
    made: list[tuple[Event, Parts]] = []
    for values, place in many:
        with placed(place):
            made.append((Event(new_uid(), 0, {}), _new_parts(change, values)))
    _some([pair for _, parts in made for pair in parts])
    held = change.hold({end for _, parts in made for end in events.ends(parts)})
    for (_, parts), (_, place) in zip(made, many, strict=True):
        with placed(place):
            for end in sorted(events.ends(parts)):
                change.there(end, held)
    event_writing.write(change, made, "create")
    return [event.uid for event, _ in made]


def edit(change: Change, uid: str, values: Mapping[str, Any]) -> None:
    """Change the fields of an event that `values` names, and who took part.

    Raises NotFoundError, InTrashError, StaleError, InvalidInputError, ForbiddenError.
    """
    event = _present(change, uid)
    given, who = _checked(values), _who(values)
    before = events.state_of(event.parts)
    change.require(KIND, uid, event.rev, before, {**given, **who})
    pairs = list(event.parts)
    if who:
        pairs = event.among(events.people(event.live) | who)
        _somebody(pairs)
        pairs = list(dict.fromkeys([*pairs, *_unseen(change, event)]))
        _some(pairs)
        _hold_new(change, event, pairs)
    shared = {name: value for name, value in before.items() if name in _FIELDS}
    parts = {pair: _merged(event.parts.get(pair, shared), given) for pair in pairs}
    event_writing.allowed(change, uid, {**event.parts, **parts})  # nor makes it private who is not there
    event_writing.write(change, [(event, _counted(parts))], "change")


def hand_on(change: Change, uid: str, old: Record, new: Record) -> None:
    """Put one record in the place of another in an event: a contact in that of the lead who they were.

    What is remembered of the event is in the history of both from then on.
    """
    event = event_writing.locked(change, uid)
    share_revisions(change.tx, kind=KIND, of=uid, record=" ".join(new))
    handed = [pair for pair in event.parts if pair[1:] == old]
    parts = {pair: part for pair, part in event.parts.items() if pair not in handed}
    for pair in handed:
        parts.setdefault((pair[0], *new), event.parts[pair])
    event_writing.write(change, [(event, _counted(parts))], "change")


def remove(change: Change, uid: str) -> None:
    """Remove an event that never was; raises NotFoundError, StaleError, ForbiddenError."""
    event = _present(change, uid)
    change.require(KIND, uid, event.rev, events.state_of(event.parts), {})
    event_writing.write(change, [(event, {})], "remove")


def write_back(change: Change, revision: Revision) -> None:
    """Undo what a revision did to an event; raises ChangedSinceError, ForbiddenError."""
    event = event_writing.locked(change, revision.of)
    newest = change.untouched(revision, event.rev if event.parts else None)
    before = states.stored(EDGES["INTERACTED_WITH"], states.read(revision.before))
    parts = {} if revision.action == "create" else events.parts_of({**events.state_of(event.parts), **before})
    for version in (event.parts, parts):  # what is brought back may be private too
        event_writing.allowed(change, event.uid, version)
    _hold_new(change, event, parts)
    action = "create" if not event.parts else "change" if parts else "remove"
    event_writing.write(change, [(replace(event, rev=newest), parts)], action)


def _present(change: Change, uid: str) -> Event:
    """An event of which somebody is not in the trash, locked, for somebody who may change it."""
    event = event_writing.locked(change, uid)
    if not any(change.sees((label, person)) for _, label, person in event.live):
        raise NotFoundError(
            said("There is no interaction %(uid)r, or all whom it was with are in the trash.", uid=uid), field=KIND
        )
    event_writing.allowed(change, uid, event.parts)
    return event


def _unseen(change: Change, event: Event) -> list[Pair]:
    """The pairs with people whom who asks may not see: nobody can have left them out on purpose."""
    return [pair for pair in event.live if not change.sees((pair[1], pair[2]))]


def _hold_new(change: Change, event: Event, pairs: Sequence[Pair] | Parts) -> None:
    """Hold those who have not been in an event together; raises NotFoundError, InTrashError."""
    people = sorted(events.ends(pair for pair in pairs if pair not in event.parts))
    held = change.hold(people) if people else {}
    for end in people:
        if not change.follows:  # their part is set aside as they are
            change.there(end, held)


def _new_parts(change: Change, values: Mapping[str, Any]) -> Parts:
    given, who = _checked({"at": None, **values}), _who(values)
    users = who.get("users") or ([change.author.user] if change.author.user else [])
    pairs = events.everybody(users, who.get("contacts", ()), who.get("leads", ()))
    _somebody(pairs)
    part = _merged({}, given)  # one for all: nobody changes it
    return _counted(dict.fromkeys(pairs, part))


def _merged(props: Mapping[str, Any], given: Mapping[str, Any]) -> State:
    merged = {**props, **given}
    if given.get("participants") is not None:
        merged["counted"] = None
    elif merged.get("participants") is None:
        merged["counted"] = True
    merged["channel"] = merged.get("channel") or "other"
    merged["direction"] = merged.get("direction") or ("both" if merged["channel"] in MUTUAL else "out")
    return {name: value for name, value in merged.items() if value is not None}


def _counted(parts: Parts) -> Parts:
    """The parts with everybody counted, where that is left to us."""
    number = sum(map(len, events.people(parts).values()))
    return {pair: props | {"participants": number} if props.get("counted") else props for pair, props in parts.items()}


def _checked(values: Mapping[str, Any]) -> State:
    """The fields as they are stored; raises InvalidInputError naming the field."""
    told = {name: value for name, value in values.items() if name not in _WHO}
    given = edges.checked(_FIELDS, told, said("an interaction"), without=_NOT_SET)
    if "at" in given and given["at"] is None:
        raise InvalidInputError(said("at is empty; an interaction has a time."), field="at")
    if "at" in given and given["at"] > datetime.now(UTC) + _AHEAD:
        raise InvalidInputError(said("at is %(at)s; that is still to come.", at=given["at"]), field="at")
    return given


def _who(values: Mapping[str, Any]) -> dict[str, list[str]]:
    return {name: sorted(set(values[name] or ())) for name in _WHO if name in values}


def _somebody(pairs: Sequence[Pair]) -> None:
    if not pairs:
        message = said(
            "contacts and leads are empty, or users are; an interaction has one of us and one of them at least.",
        )
        raise InvalidInputError(message, field="contacts")


def _some(pairs: Sequence[Pair]) -> None:
    if len(pairs) > PAIRS_MOST:
        message = said(
            "%(pairs)s pairs of one of us and one of them; %(pairs_most)s are taken at once.",
            pairs=f"{len(pairs):,}",
            pairs_most=f"{PAIRS_MOST:,}",
        )
        raise InvalidInputError(message, field="contacts")

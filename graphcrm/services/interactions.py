"""Interactions: an event with all who took part, written and remembered as one; KNOWS follows within."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from graphcrm.errors import InvalidInputError, NotFoundError
from graphcrm.nodes import EDGES, ids, states
from graphcrm.nodes.base import fields
from graphcrm.nodes.ids import new_uid
from graphcrm.nodes.states import State
from graphcrm.queries.changes.remove_edges import remove_edges
from graphcrm.queries.changes.revision import Revision
from graphcrm.queries.interactions.change_parts import change_parts
from graphcrm.queries.interactions.lock_events import lock_events
from graphcrm.queries.load.create_interactions import create_interactions
from graphcrm.services import derived, edges, events
from graphcrm.services.changes import Change, Record, differing
from graphcrm.services.events import MUTUAL, Event, Pair, Parts

_FIELDS = fields(EDGES["INTERACTED_WITH"])
_WHO = ("users", "contacts", "leads")
_NOT_SET = events.KEPT | {"counted"}
_AHEAD = timedelta(days=1)  # somebody's clock, or somebody's time zone


def create(change: Change, values: Mapping[str, Any]) -> str:
    """Make an event of `values`: its fields and `users` (left out: who asks), `contacts`, `leads`; answers its uid.

    Raises InvalidInputError, NotFoundError.
    """
    return create_all(change, [values])[0]


def create_all(change: Change, many: Sequence[Mapping[str, Any]]) -> list[str]:
    """Make several events at once, all of them or none; answers their uids. A refusal names items.N.field."""
    made = [(Event(new_uid(), 0, {}), _parts(change, values, number, len(many))) for number, values in enumerate(many)]
    change.lock(*_records(pair for _, parts in made for pair in parts))
    _write(change, made, "create")
    return [event.uid for event, _ in made]


def edit(change: Change, uid: str, values: Mapping[str, Any]) -> None:
    """Change the fields of an event that `values` names, and who took part; raises NotFoundError, StaleError, …."""
    event = _locked(change, uid)
    given, who = _checked(change, values), _who(values)
    before = events.state_of(event.parts)
    change.require("interaction", uid, event.rev, before, {**given, **who})
    pairs = list(event.parts)
    if who:
        users, contacts, leads = (who[name] if name in who else before[name] for name in _WHO)
        pairs = events.everybody(users, contacts, leads)
        _somebody(pairs)
        change.lock(*_records(pair for pair in pairs if pair not in event.parts))
    shared = {name: value for name, value in before.items() if name in _FIELDS}
    parts = {pair: _merged(event.parts.get(pair, shared), given) for pair in pairs}
    _write(change, [(event, _counted(parts))], "change")


def remove(change: Change, uid: str) -> None:
    """Remove an event that never was; raises NotFoundError, StaleError."""
    event = _locked(change, uid)
    change.require("interaction", uid, event.rev, events.state_of(event.parts), {})
    _write(change, [(event, {})], "remove")


def write_back(change: Change, revision: Revision) -> None:
    """Undo what a revision did to an event; raises ChangedSinceError."""
    found = lock_events(change.tx, events=[revision.of])
    event = events.stored(revision.of, found)
    newest = change.untouched(revision, event.rev if found else None)
    before = states.stored(EDGES["INTERACTED_WITH"], states.read(revision.before))
    parts = {} if revision.action == "create" else events.parts_of({**events.state_of(event.parts), **before})
    change.lock(*_records(pair for pair in parts if pair not in event.parts))
    action = "create" if not event.parts else "change" if parts else "remove"
    _write(change, [(replace(event, rev=newest), parts)], action)


def _locked(change: Change, uid: str) -> Event:
    found = lock_events(change.tx, events=[uid])
    if not found:
        raise NotFoundError(f"There is no interaction {uid!r}.", field="interaction")
    return events.stored(uid, found)


def _parts(change: Change, values: Mapping[str, Any], number: int, of: int) -> Parts:
    """The parts of a new event; what is refused is named by its place among several."""
    try:
        return _new_parts(change, values)
    except InvalidInputError as error:
        if of == 1:
            raise
        raise InvalidInputError(error.detail, field=f"items.{number}.{error.field}") from error


def _new_parts(change: Change, values: Mapping[str, Any]) -> Parts:
    given, who = _checked(change, {"at": None, **values}), _who(values)
    users = who.get("users") or ([change.author.user] if change.author.user else [])
    pairs = events.everybody(users, who.get("contacts", ()), who.get("leads", ()))
    _somebody(pairs)
    channel = given.get("channel") or "other"
    fixed = {"channel": channel, "direction": "both" if channel in MUTUAL else "out"}
    return _counted({pair: _merged(fixed, given) for pair in pairs})


def _merged(props: Mapping[str, Any], given: Mapping[str, Any]) -> State:
    merged = {**props, **given}
    if given.get("participants") is not None:
        merged["counted"] = None
    elif merged.get("participants") is None:
        merged["counted"] = True
    return {name: value for name, value in merged.items() if value is not None}


def _counted(parts: Parts) -> Parts:
    """The parts with everybody counted, where that is left to us."""
    number = sum(map(len, events.people(parts).values()))
    return {pair: props | {"participants": number} if props.get("counted") else props for pair, props in parts.items()}


def _checked(change: Change, values: Mapping[str, Any]) -> State:
    """The fields as they are stored; raises InvalidInputError naming the field."""
    told = {name: value for name, value in values.items() if name not in _WHO}
    given = edges.checked(_FIELDS, told, "an interaction", without=_NOT_SET)
    if "at" in given and given["at"] is None:
        raise InvalidInputError("at is empty; an interaction has a time.", field="at")
    if "at" in given and given["at"] > change.at + _AHEAD:
        raise InvalidInputError(f"at is {given['at']}; that is still to come.", field="at")
    return given


def _who(values: Mapping[str, Any]) -> dict[str, list[str]]:
    return {name: sorted(set(values[name] or ())) for name in _WHO if name in values}


def _somebody(pairs: Sequence[Pair]) -> None:
    if not pairs:
        message = "contacts and leads are empty, or users are; an interaction has one of us and one of them at least."
        raise InvalidInputError(message, field="contacts")


def _records(pairs: Iterable[Pair]) -> list[Record]:
    return sorted({record for user, label, uid in pairs for record in (("User", user), (label, uid))})


@dataclass(slots=True)
class _Rows:
    new: list[State] = field(default_factory=list)
    changed: list[State] = field(default_factory=list)
    gone: list[State] = field(default_factory=list)
    knows: list[dict[str, str]] = field(default_factory=list)


def _write(change: Change, todo: Sequence[tuple[Event, Parts]], action: str) -> None:
    """Write what differs between events and the parts that they are to have, and remember it."""
    rows = _Rows()
    for event, parts in todo:
        was, becomes = differing(events.state_of(event.parts), events.state_of(parts))
        if not becomes:
            continue
        _add(rows, event, parts, change.author.user)
        change.remember(
            "interaction", event.uid, event.rev + 1, action,
            before=None if action == "create" else was, after=None if action == "remove" else becomes,
            on=_records([*event.parts, *parts]), private=_private(event.parts, parts),
        )  # fmt: skip
    remove_edges(change.tx, rows=rows.gone)
    change_parts(change.tx, rows=rows.changed)
    create_interactions(change.tx, rows=rows.new, at=change.at)
    derived.know(change.tx, rows.knows)


def _add(rows: _Rows, event: Event, parts: Parts, by: str | None) -> None:
    """Add the rows that lead from an event to its next parts."""
    rev = event.rev + 1
    for pair in {**event.parts, **parts}:
        user, label, person = pair
        if pair not in parts:
            uid, read = event.edges[pair]
            rows.gone.append({"type": "INTERACTED_WITH", "uid": uid, "rev": read})
        elif pair in event.parts:
            _, props = differing(event.parts[pair], parts[pair])
            rows.changed.append({"uid": event.edges[pair][0], "rev": rev, "props": props})
        else:
            props = {name: value for name, value in parts[pair].items() if name != "at"}
            uid = ids.derived("interaction", event.uid, *pair)
            row = {"uid": uid, "event": event.uid, "user": user, "label": label, "person": person}
            at = parts[pair]["at"].isoformat()
            rows.new.append({**row, "at": at, "props": props | {"rev": rev} | ({"recorded_by": by} if by else {})})
        if label == "Contact":
            rows.knows.append({"user": user, "contact": person})


def _private(*either: Parts) -> bool:
    return any(props.get("private") for parts in either for props in parts.values())

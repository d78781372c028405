"""Events locked, written and remembered: all that stores one goes through here, and KNOWS follows within."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphcrm.errors import ForbiddenError, OvertakenError, said
from graphcrm.graph import Runner
from graphcrm.nodes import ids
from graphcrm.nodes.states import State
from graphcrm.queries.changes.hide_revisions import hide_revisions
from graphcrm.queries.changes.remove_edges import remove_edges
from graphcrm.queries.interactions.change_parts import change_parts
from graphcrm.queries.interactions.set_parts_aside import set_parts_aside
from graphcrm.queries.interactions.stored_parts import stored_parts
from graphcrm.queries.load.create_interactions import create_interactions
from graphcrm.services import derived, events
from graphcrm.services.changes import Change, differing
from graphcrm.services.events import Event, Pair, Parts

KIND = "interaction"


def locked(change: Change, uid: str) -> Event:
    """An event that nobody else can change until the transaction ends; without parts where there is none.

    Who changes an event holds all its people, as whoever puts one of them into the trash does. Who they are shows only
    once they are held: until then somebody else may have changed that too. An import does not wait: it looks at the
    revision of each part, and so do we when we write.
    """
    parts = stored_parts(change.tx, event=uid)
    held: set[tuple[str, str]] = set()
    while not (people := events.ends((part.user, part.label, part.person) for part in parts)) <= held:
        held |= set(change.hold(people))
        parts = stored_parts(change.tx, event=uid)
    return events.stored(uid, parts)


def allowed(change: Change, uid: str, parts: Parts) -> None:
    """Raise ForbiddenError where an event is private and who asks was not there; what follows is not asked."""
    me = change.author.user
    if me and not change.follows and _private(parts) and me not in {user for user, *_ in parts}:
        message = said("The interaction %(uid)r is private: only its users change it. Ask one of them.", uid=uid)
        raise ForbiddenError(message, field=KIND)


@dataclass(slots=True)
class _Rows:
    new: list[State] = field(default_factory=list)
    changed: list[State] = field(default_factory=list)
    gone: list[State] = field(default_factory=list)
    knows: list[dict[str, str]] = field(default_factory=list)


def write(change: Change, todo: Iterable[tuple[Event, Parts]], action: str) -> None:
    """Write what differs between events and the parts that they are to have, and remember it; raises OvertakenError."""
    rows, aside = _Rows(), False
    for event, parts in todo:
        was, becomes = differing(events.state_of(event.parts), events.state_of(parts))
        if not becomes:
            continue
        aside = aside or any(edge.aside for edge in event.edges.values())
        _add(rows, event, parts, change.author.user)
        private = _private(event.parts) or _private(parts)
        if private and event.parts and not _private(event.parts):
            hide_revisions(change.tx, kind=KIND, of=event.uid)
        change.remember(
            KIND, event.uid, event.rev + 1, action,
            before=None if action == "create" else was, after=None if action == "remove" else becomes,
            on=sorted(events.ends([*event.parts, *parts])), private=private,
            users={user for user, *_ in event.parts},
        )  # fmt: skip
    _put(change.tx, rows.gone, lambda tx, rows: len(remove_edges(tx, rows=rows)))
    _put(change.tx, rows.changed, change_parts)
    _put(change.tx, rows.new, lambda tx, rows: create_interactions(tx, rows=rows, at=change.at))
    if change.follows and aside:  # the part of who is in the trash follows too, and stays aside
        set_parts_aside(change.tx, events=sorted({row["event"] for row in rows.new}))
    if rows.knows:
        derived.know(change.tx, rows.knows)


def _put(runner: Runner, rows: Sequence[Mapping[str, Any]], query: Callable[..., int]) -> None:
    if rows and query(runner, rows=rows) != len(rows):
        message = said("An import has just changed the same interaction; nothing was changed. Try again.")
        raise OvertakenError(message, field=KIND)


def _add(rows: _Rows, event: Event, parts: Parts, by: str | None) -> None:
    """Add the rows that lead from an event to its next parts."""
    rev = event.rev + 1
    for pair in {**event.parts, **parts}:
        edge = event.edges.get(pair)
        if edge is None:
            rows.new.append(_new(event.uid, pair, parts[pair], rev, by))
        elif pair not in parts:
            kind = "TRASHED" if edge.aside else "INTERACTED_WITH"
            rows.gone.append({"type": kind, "uid": edge.uid, "rev": edge.rev})
        else:
            _, props = differing(event.parts[pair], parts[pair])
            at = {"uid": edge.uid, "aside": edge.aside, "read": edge.rev}
            rows.changed.append({**at, "rev": rev, "props": props})
        user, label, person = pair
        if label == "Contact" and not (edge and edge.aside):
            rows.knows.append({"user": user, "contact": person})


def _new(event: str, pair: Pair, part: Mapping[str, Any], rev: int, by: str | None) -> State:
    """A pair's part to create; one that was there before says itself when and by whom it was recorded."""
    user, label, person = pair
    props = {name: value for name, value in part.items() if name != "at"} | {"rev": rev}
    if by and "recorded_at" not in part:
        props["recorded_by"] = by
    uid = ids.derived("interaction", event, *pair)
    at = part["at"].isoformat()  # as text it is cheaper to send
    return {"uid": uid, "event": event, "user": user, "label": label, "person": person, "at": at, "props": props}


def _private(parts: Parts) -> bool:
    return any(props.get("private") for props in parts.values())

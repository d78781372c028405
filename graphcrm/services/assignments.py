"""Assignments: what one is, what two of one record may not be, and how they are read and written under its lock.

On any day a record has one owner at most. An assignment's state is its properties, and `record_kind`, `record`, `user`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from graphcrm.access import kind_of
from graphcrm.dates import OPEN_END, UNKNOWN_START
from graphcrm.errors import ConflictError, InvalidInputError, NotFoundError, said
from graphcrm.nodes import states
from graphcrm.nodes.base import OURS
from graphcrm.nodes.states import State
from graphcrm.queries.changes.lock_records import Locked
from graphcrm.queries.load.create_assignments import create_assignments
from graphcrm.queries.load.stored_assignments import StoredAssignment, stored_assignments
from graphcrm.queries.ownership.assignment import assignment
from graphcrm.queries.users.user_record import user_record
from graphcrm.services import edges
from graphcrm.services.changes import Change, Record, differing


@dataclass(frozen=True, slots=True)
class Assignment:
    """An assignment of a record; `props` are those that are not empty, without what the program keeps."""

    uid: str
    record: Record
    user: str
    props: State
    rev: int = 1

    @classmethod
    def stored(cls, found: StoredAssignment) -> Assignment:
        """An assignment as the graph has it."""
        props = {**found.props, "start": found.start, "end": found.end}
        kept = {name: value for name, value in props.items() if name not in OURS and value is not None}
        return cls(found.props["uid"], (found.label, found.record), found.user, kept, found.props.get("rev") or 1)

    @property
    def span(self) -> tuple[date, date]:
        """The first day, and the first day no longer."""
        return self.props.get("start") or UNKNOWN_START, self.props.get("end") or OPEN_END

    @property
    def open(self) -> bool:
        """Whether it has no end."""
        return "end" not in self.props

    @property
    def state(self) -> State:
        """Its state."""
        label, record = self.record
        props = {name: value for name, value in self.props.items() if name not in OURS}
        return {**props, "record_kind": kind_of(label), "record": record, "user": self.user}

    def overlaps(self, other: Assignment) -> bool:
        """Whether there is a day on which both hold."""
        return max(self.span[0], other.span[0]) < min(self.span[1], other.span[1])

    def having(self, **props: object) -> Assignment:
        """The same with other properties; None takes one away."""
        kept = {name: value for name, value in {**self.props, **props}.items() if value is not None}
        return replace(self, props=kept)


def of(change: Change, record: Record) -> list[Assignment]:
    """All assignments of a record, which is locked."""
    return [Assignment.stored(found) for found in stored_assignments(change.tx, records=[record], uids=[])]


def open_one(held: Iterable[Assignment]) -> Assignment | None:
    """The one that has no end."""
    return next((one for one in held if one.open), None)


def holder(change: Change, record: Record) -> str | None:
    """The uid of the user whose a record is today, if they are with us still."""
    days = (one for one in of(change, record) if one.span[0] <= change.today < one.span[1])
    now = next(days, None)
    user = now and change.locked(("User", now.user), unseen=True).get(("User", now.user))
    gone = not user or user.props.get("active") is False or user.props.get("deleted_at")
    return None if gone or now is None else now.user


def locked(change: Change, uid: str) -> tuple[Assignment, list[Assignment]]:
    """An assignment and the others of its record, under the locks of both found; raises NotFoundError."""
    found = assignment(change.tx, uid=uid)
    if found:
        record = (found.label, found.record)
        change.lock(record, ("User", found.user))
        held = {one.uid: one for one in of(change, record)}
        if uid in held:
            return held.pop(uid), list(held.values())
    raise NotFoundError(said("There is no assignment %(uid)r.", uid=uid), field="assignment")


def require_active(change: Change, record: Record, user: str) -> Locked:
    """Lock a record, which is answered, and a user; raises NotFoundError, InvalidInputError for a user who has left."""
    locked = change.lock(record, ("User", user))
    found = locked["User", user]
    if found.props.get("active") is False:
        message = said("%(name)s is not active any more; choose somebody who is.", name=found.props["name"])
        raise InvalidInputError(message, field="user")
    return locked[record]


def check(
    change: Change, one: Assignment, others: Iterable[Assignment], field: str, *, before: Assignment | None = None
) -> None:
    """Raise ConflictError where a record would have two owners on a day.

    What it stood beside as it was `before`, as an import may have left it, is not asked again, unless both were open.
    """
    for other in others:
        known = before and before.overlaps(other) and not (one.open and other.open)
        if one.overlaps(other) and not known:
            raise conflict(change, said("Somebody else has it on one of these days"), field, other)


def conflict(change: Change, message: str, field: str, other: Assignment) -> ConflictError:
    """What to say of an assignment that is in the way: it, and whose it is."""
    name = user_record(change.tx, uid=other.user).name
    start = other.props.get("start")
    since = said("since %(start)s", start=start) if start else said("since nobody knows when")
    told = {"uid": other.uid, "rev": other.rev, **states.shown(other.state), "user_name": name}
    return ConflictError(
        said("%(message)s: it is %(name)s's %(since)s. Nothing was changed.", message=message, name=name, since=since),
        field=field,
        other=told,
    )


def create(change: Change, one: Assignment) -> None:
    """Write a new assignment, and remember it."""
    props = {**one.props, **edges.recorded(change, one.props), "rev": one.rev}
    label, record = one.record
    row = {"uid": one.uid, "label": label, "record": record, "user": one.user, "props": props}
    if create_assignments(change.tx, rows=[row], at=change.at) != 1:
        raise edges.overtaken("assignment")
    change.reassigned.add(one.record)
    change.remember("assignment", one.uid, one.rev, "create", before=None, after=one.state, on=_on(one))


def put(change: Change, stored: Assignment, becomes: Assignment) -> None:
    """Write what differs between two states of an assignment, and remember it; nothing where they are equal."""
    was, props = differing(stored.props, becomes.props)
    if not props:
        return
    edges.put(change, "assignment", "ASSIGNED_TO", stored.uid, stored.rev, props)
    change.reassigned.add(stored.record)
    change.remember("assignment", stored.uid, stored.rev + 1, "change", before=was, after=props, on=_on(stored))


def drop(change: Change, one: Assignment) -> None:
    """Remove an assignment, and remember it."""
    before = one.state | edges.drop(change, "assignment", "ASSIGNED_TO", one.uid, one.rev)
    change.reassigned.add(one.record)
    change.remember("assignment", one.uid, one.rev + 1, "remove", before=before, after=None, on=_on(one))


def _on(one: Assignment) -> list[Record]:
    return [one.record, ("User", one.user)]

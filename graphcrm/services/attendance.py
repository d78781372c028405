"""Attendance: whether contacts and leads are asked to a campaign, and come; one for each person and campaign.

Its state is `campaign`, `contact` or `lead`, `status` and `on`, the day since which it is so. It is part of the
campaign: whoever may edit that says who comes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from graphcrm.errors import InvalidInputError, said
from graphcrm.nodes import EDGES, ids, states
from graphcrm.nodes.base import OURS, fields
from graphcrm.nodes.states import State
from graphcrm.queries.changes.remove_edges import remove_edges
from graphcrm.queries.changes.revision import Revision
from graphcrm.queries.changes.revisions_since import revisions_since
from graphcrm.queries.load.change_edges import change_edges
from graphcrm.queries.load.create_attendance import create_attendance
from graphcrm.queries.load.stored_attendance import StoredAttendance, stored_attendance
from graphcrm.services import edges, records, rights
from graphcrm.services.changes import Change, Record, differing
from graphcrm.services.records import LABELS

KIND = "attendance"
EDGE = "ATTENDS"
MOST = 1_000  # people of one change
_FIELDS = fields(EDGES[EDGE])
_PEOPLE = ("contact", "lead")
_OVER = ("attended", "no_show")
_AHEAD = timedelta(days=1)  # where it is tomorrow already


def put(change: Change, campaign: str, people: Iterable[Record], values: Mapping[str, Any]) -> int:
    """Say of people how far their attendance is: `status`, and `on`, the day since which that is so (left out: today).

    What is said of somebody already stays as it is where nothing differs. Answers of how many it is new or other.
    Raises NotFoundError, InTrashError, StaleError for a campaign of another revision, InvalidInputError.
    """
    given = edges.checked(_FIELDS, values, said("an attendance"))
    if not given.get("status"):
        raise InvalidInputError(said("status is empty; say how far it is."), field="status")
    people = _some(people)
    _possible(change, _campaign(change, campaign), given)
    found = _held(change, campaign, people)
    written = 0
    for person, stored in found.items():
        before = _said(stored) if stored else {}
        day = {"on": change.today} if before.get("status") != given["status"] else {}
        written += _write(change, campaign, person, stored, {**before, **day, **given})
    return written


def drop(change: Change, campaign: str, people: Iterable[Record]) -> int:
    """Take people out of a campaign, as if nobody had ever asked them; answers how many were in it."""
    people = _some(people)
    _campaign(change, campaign)
    found = _held(change, campaign, people)
    return sum(_write(change, campaign, person, stored, None) for person, stored in found.items() if stored)


def write_back(change: Change, revision: Revision) -> None:
    """Undo what a revision did to an attendance; raises ChangedSinceError."""
    told = states.read(revision.before) | states.read(revision.after)
    person = next((LABELS[kind], told[kind]) for kind in _PEOPLE if kind in told)
    stored = _held(change, told["campaign"], [person])[person]
    change.untouched(revision, stored.props["rev"] if stored else None)
    was = states.stored(EDGES[EDGE], _without_ends(states.read(revision.before)))
    after = None if revision.action == "create" else (_said(stored) if stored else {}) | was
    _write(change, told["campaign"], person, stored, after)


def check_day(on: date | None, today: date) -> None:
    """Raise InvalidInputError for a day since which something is so that is still to come, wherever one is."""
    if on and on > today + _AHEAD:
        message = said("on is %(day)s, which is still to come; it is the day since which it is so.", day=on)
        raise InvalidInputError(message, field="on")


def _campaign(change: Change, uid: str) -> State:
    """A campaign that is locked, at the revision that is expected, and may be changed whoever is in it.

    Raises NotFoundError, InTrashError, StaleError, ForbiddenError.
    """
    record = "Campaign", uid
    locked = change.lock(record)[record]
    rights.require(change.author.reader, rights.Done(KIND, "change", [record]), {record: locked.props.get("owner")})
    state = records.state_of(locked)
    change.require("campaign", uid, locked.props["rev"], state, {})
    return state


def _possible(change: Change, campaign: State, given: State) -> None:
    """Raise InvalidInputError for what cannot be so yet."""
    check_day(given.get("on"), change.today)
    start = campaign.get("start_on")
    if given["status"] in _OVER and start and start > change.today + _AHEAD:
        message = said("It begins on %(day)s, so nobody has come yet, nor stayed away.", day=start)
        raise InvalidInputError(message, field="status")


def _some(people: Iterable[Record]) -> list[Record]:
    """The people in the order in which they are locked; raises InvalidInputError for none, and for too many."""
    found = sorted(set(people))
    if not found:
        raise InvalidInputError(said("Nobody is named, so nothing was changed; say who."), field="contacts")
    if len(found) > MOST:
        message = said(
            "%(number)s are named, and at most %(most)s are changed at once; nothing was changed. Name fewer.",
            number=f"{len(found):,}",
            most=f"{MOST:,}",
        )
        raise InvalidInputError(message, field="contacts")
    return found


def _held(change: Change, campaign: str, people: Sequence[Record]) -> dict[Record, StoredAttendance | None]:
    """The people, held until the transaction ends, with what is said of each; raises NotFoundError, InTrashError."""
    records = [("Campaign", campaign), *people]
    held = change.hold(records)
    for record in records:
        change.there(record, held)
    stored = stored_attendance(change.tx, attending=[(campaign, *person) for person in people])
    of = {(one.label, one.person): one for one in stored}
    return {person: of.get(person) for person in people}


def _write(change: Change, campaign: str, person: Record, stored: StoredAttendance | None, after: State | None) -> bool:
    """Write what differs between two states of an attendance, and remember it; whether anything did."""
    label, uid = person
    was, becomes = differing(_said(stored) if stored else {}, after or {})
    if not becomes:
        return False
    edge = stored.props["uid"] if stored else ids.derived(KIND, campaign, label, uid)
    rev = (stored.props.get("rev") or 1) if stored else _last_rev(change, edge)
    action = "change" if stored and after else "create" if after else "remove"
    if action == "create":
        new = becomes | edges.recorded(change, becomes) | {"rev": rev + 1}
        row = {"uid": edge, "campaign": campaign, "label": label, "person": uid, "props": new}
        done = create_attendance(change.tx, rows=[row], at=change.at)
    elif action == "change":
        done = change_edges(change.tx, rows=[{"type": EDGE, "uid": edge, "rev": rev, "props": becomes}])
    else:
        gone = remove_edges(change.tx, rows=[{"type": EDGE, "uid": edge, "rev": rev}])
        was |= {name: value for one in gone for name, value in one._asdict().items() if value is not None}
        done = len(gone)
    if done != 1:
        raise edges.overtaken(KIND)
    ends = {"campaign": campaign, label.lower(): uid}  # said each time: the uid does not tell
    told = {name: value for name, value in becomes.items() if name not in OURS}
    change.remember(
        KIND, edge, rev + 1, action,
        before=None if action == "create" else was | ends, after=None if action == "remove" else told | ends,
        on=[("Campaign", campaign), person],
    )  # fmt: skip
    return True


def _last_rev(change: Change, uid: str) -> int:
    """The revision after which one that was removed goes on; its uid is always the same."""
    later = revisions_since(change.tx, kind=KIND, of=uid, rev=0, limit=1)
    return later[0].rev if later else 0


def _said(stored: StoredAttendance) -> State:
    kept = {name: value for name, value in stored.props.items() if name not in OURS and value is not None}
    return kept | ({"on": stored.on} if stored.on else {})


def _without_ends(state: State) -> State:
    return {name: value for name, value in state.items() if name not in {"campaign", *_PEOPLE}}

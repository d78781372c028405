"""Jobs: add, correct, end and remove a stint of a contact (docs/time.md).

The jobs of a contact are decided under the contact's lock. A job's state is its properties, without those the program
keeps and the bounds, which follow; and `contact` and `account`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from graphcrm.errors import ConflictError, NotFoundError, said
from graphcrm.nodes import EDGES, states
from graphcrm.nodes.base import OURS, fields
from graphcrm.nodes.ids import new_uid
from graphcrm.nodes.states import State
from graphcrm.queries.changes.revision import Revision
from graphcrm.queries.changes.rival_primaries import rival_primaries
from graphcrm.queries.load.create_stints import create_stints
from graphcrm.queries.load.stored_stints import stored_stints
from graphcrm.services import derived, edges
from graphcrm.services.changes import Change, differing
from graphcrm.services.stints import BESIDE, BOUNDS, Stint, dated, merged

_FIELDS = fields(EDGES["WORKS_AT"])
_ENDS = frozenset({"contact", "account"})
_DAYS = ("verified_on", *BOUNDS)


def add(change: Change, contact: str, values: Mapping[str, Any], *, account: str, allow_overlap: bool = False) -> Stint:
    """Add a job of a contact at an account; `values` are its fields as a client sends them.

    `allow_overlap` says that it is held beside the others. Raises NotFoundError, InvalidInputError, ConflictError.
    """
    change.lock(("Contact", contact), ("Account", account))
    given = checked(values) | ({"concurrent": True} if allow_overlap else {})
    stint = _new(change, contact, given, account)
    check(stint, career(change, contact), allow_overlap=allow_overlap)
    create(change, stint)
    return stint


def employ(
    change: Change,
    contact: str,
    account: str,
    values: Mapping[str, Any],
    *,
    again: bool = False,
    allow_overlap: bool = False,
) -> Stint | None:
    """Add a job, the main one where no other is; none where they are known to work there now, unless `again`.

    Raises as `add`.
    """
    change.lock(("Contact", contact), ("Account", account))
    held = career(change, contact)
    if not again and any(stint.account == account and not stint.ended for stint in held):
        return None
    given = {"primary": not rivals(change, contact, values, held, account=account), **values}
    return add(change, contact, given, account=account, allow_overlap=allow_overlap)


def correct(change: Change, uid: str, values: Mapping[str, Any], *, allow_overlap: bool = False) -> Stint:
    """Change fields of a job in place, its dates among them; None empties one.

    Raises NotFoundError, StaleError, InvalidInputError, ConflictError.
    """
    stored, others = locked(change, uid)
    given = checked(values)
    before = state_of(stored)
    change.require("job", uid, stored.props["rev"], before, given)
    stint = replace(stored, props=merged(stored, given, change.today))
    check(stint, others, allow_overlap=allow_overlap, before=stored)
    put(change, stored, stint)
    return stint


def remove(change: Change, uid: str) -> Stint:
    """Remove a job that never was; one that is over is ended. Raises NotFoundError, StaleError."""
    stored, _ = locked(change, uid)
    change.require("job", uid, stored.props["rev"], state_of(stored), {})
    drop(change, stored)
    return stored


def career(change: Change, contact: str) -> list[Stint]:
    """All jobs of a contact, who is locked."""
    return [Stint.stored(found) for found in stored_stints(change.tx, contacts=[contact], uids=[])]


def locked(change: Change, uid: str) -> tuple[Stint, list[Stint]]:
    """A job and the others of its contact, under the locks of the contact and the account; raises NotFoundError."""
    found = stored_stints(change.tx, contacts=[], uids=[uid])
    if found:
        change.lock(("Contact", found[0].contact), ("Account", found[0].account))
        jobs = {stint.uid: stint for stint in career(change, found[0].contact)}
        if uid in jobs:
            return jobs.pop(uid), list(jobs.values())
    raise NotFoundError(said("There is no job %(uid)r.", uid=uid), field="job")


def check(stint: Stint, others: Sequence[Stint], *, allow_overlap: bool, before: Stint | None = None) -> None:
    """Raise ConflictError where a job cannot stand beside the others: the same twice, or two primary ones, at once.

    What it stood beside as it was `before` is not asked again.
    """
    for other in others:
        if stint.conflicts(other) and not (allow_overlap or (before and before.conflicts(other))):
            message = said(
                "There is a job of kind %(kind)s at the same account at that time (%(name)s); correct or end that one, "
                "or send allow_overlap to keep both.",
                kind=stint.kind,
                name=other.name,
            )
            raise _conflict(message, "start", other)
        if stint.rivals(other) and not (before and before.rivals(other)):
            message = said(
                "Another job is the primary one on the same day (%(name)s); end that one, or make it not the primary "
                "one, first.",
                name=other.name,
            )
            raise _conflict(message, "primary", other)


def _conflict(message: str, field: str, other: Stint) -> ConflictError:
    return ConflictError(message, field=field, other={"uid": other.uid, **states.shown(state_of(other))})


def rivals(change: Change, contact: str, values: Mapping[str, Any], others: Sequence[Stint], *, account: str) -> bool:
    """Whether a new job, of these values, would be the primary one beside another of a contact; raises as `add`."""
    stint = _new(change, contact, checked({**values, "primary": True}), account)
    return any(stint.rivals(other) for other in others)


def _new(change: Change, contact: str, given: Mapping[str, Any], account: str) -> Stint:
    """A new job, of what was checked of it."""
    return Stint(new_uid(), account, merged(None, _present(given), change.today), "the new job", contact)


def leaves_behind(stint: Stint, others: Sequence[Stint]) -> list[Stint]:
    """The open jobs elsewhere that somebody who enters a new employer has perhaps left: a move is proposed for them."""
    if stint.ended or stint.kind in BESIDE or stint.props.get("concurrent"):
        return []
    return [
        other
        for other in others
        if other.account != stint.account
        and not (other.ended or other.kind in BESIDE or other.props.get("concurrent"))
        and other.props["start_min"] <= stint.props["start_max"]
    ]


def checked(values: Mapping[str, Any]) -> State:
    """The values as they are stored; raises InvalidInputError naming the field."""
    return edges.checked(_FIELDS, values, said("a job"))


def state_of(stint: Stint) -> State:
    """The state of a job."""
    props = {name: value for name, value in stint.props.items() if name not in OURS and value is not None}
    return {**props, "contact": stint.contact, "account": stint.account}


def create(change: Change, stint: Stint, *, rev: int = 1) -> None:
    """Write a new job, and remember it."""
    props = {name: value for name, value in stint.props.items() if name not in {"uid", "rev", *_DAYS}}
    days = {day: stint.props[day].isoformat() for day in _DAYS}
    row = {"uid": stint.uid, "contact": stint.contact, "account": stint.account, **days}
    props = _present(props | edges.recorded(change, props)) | {"rev": rev}
    create_stints(change.tx, rows=[{**row, "props": props}], at=change.at)
    derived.carry(change.tx, contacts=[stint.contact])
    change.remember("job", stint.uid, rev, "create", before=None, after=state_of(stint), on=_on(stint))


def put(change: Change, stored: Stint, stint: Stint) -> None:
    """Write what differs between two states of a job, and remember it; nothing where they are equal."""
    was, becomes = differing(state_of(stored), state_of(stint))
    if not becomes:
        return
    changes = {name: stint.props.get(name) for name in {*becomes, *BOUNDS}}
    rev = stored.props["rev"]
    edges.put(change, "job", "WORKS_AT", stint.uid, rev, changes)
    derived.carry(change.tx, contacts=[stint.contact])
    change.remember("job", stint.uid, rev + 1, "change", before=was, after=becomes, on=_on(stint))


def drop(change: Change, stint: Stint) -> None:
    """Remove a job, and remember it."""
    rev = stint.props["rev"]
    recorded = edges.drop(change, "job", "WORKS_AT", stint.uid, rev)
    derived.carry(change.tx, contacts=[stint.contact])
    before = state_of(stint) | recorded
    change.remember("job", stint.uid, rev + 1, "remove", before=before, after=None, on=_on(stint))


def write_back(change: Change, revision: Revision) -> None:
    """Undo what a revision did to a job; raises ChangedSinceError, ConflictError."""
    before = states.stored(EDGES["WORKS_AT"], states.read(revision.before))
    if revision.action == "remove":
        _bring_back(change, revision, before)
        return
    stored, others = locked(change, revision.of)
    change.untouched(revision, stored.props["rev"])
    if revision.action == "create":
        drop(change, stored)
        return
    given = {name: value for name, value in {**state_of(stored), **before}.items() if name not in _ENDS}
    stint = replace(stored, props=merged(stored, given, change.today))
    check(stint, others, allow_overlap=True, before=stored)  # it stood so before
    put(change, stored, stint)


def settle(change: Change, label: str, uid: str) -> None:
    """Let jobs that have come back with an account or a contact no longer be primary where another one is by now."""
    for job in rival_primaries(change.tx, label=label, uid=uid):
        stored, _ = locked(change, job)
        put(change, stored, replace(stored, props={**stored.props, "primary": False}))


def _bring_back(change: Change, revision: Revision, before: State) -> None:
    contact, account = before.pop("contact"), before.pop("account")
    change.lock(("Contact", contact), ("Account", account))
    others = career(change, contact)
    newest = change.untouched(revision, None)
    stint = Stint(revision.of, account, dated(None, before, change.today), f"job {revision.of}", contact)
    check(stint, others, allow_overlap=True)  # it stood so before
    create(change, stint, rev=newest + 1)


def _on(stint: Stint) -> list[tuple[str, str]]:
    return [("Contact", stint.contact), ("Account", stint.account)]


def _present(props: Mapping[str, Any]) -> State:
    return {name: value for name, value in props.items() if value is not None}

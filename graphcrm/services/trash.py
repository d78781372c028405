"""The trash: put a record there, bring it back, or erase it for ever (docs/changes.md)."""

from __future__ import annotations

from graphcrm.errors import NotFoundError, NotInTrashError, said
from graphcrm.nodes import NODES, states
from graphcrm.queries.changes.bring_back import bring_back
from graphcrm.queries.changes.lock_records import Locked, lock_records
from graphcrm.queries.changes.revision import Revision
from graphcrm.queries.changes.set_aside import set_aside
from graphcrm.queries.interactions.recount import recount
from graphcrm.services import derived, erasing, jobs, links, members, ownership, records, tagging
from graphcrm.services.changes import Change
from graphcrm.services.records import LABELS
from graphcrm.services.tied import TIED


def trash(change: Change, kind: str, uid: str) -> None:
    """Put a record into the trash, and everything that it is tied to aside; raises NotFoundError, StaleError."""
    locked = change.lock((LABELS[kind], uid))[LABELS[kind], uid]
    state = records.state_of(locked)
    change.require(kind, uid, locked.props["rev"], state, {"deleted_at": change.at})
    _trash(change, kind, locked)


def restore(change: Change, kind: str, uid: str) -> None:
    """Bring a record back from the trash; raises NotFoundError, NotInTrashError, StaleError.

    ExistsError where another user has one of its addresses by now, ConflictError where a link of it would close a ring.
    """
    _restore(change, kind, _in_trash(change, kind, uid))


def purge(change: Change, kind: str, uid: str) -> None:
    """Erase a record in the trash, what was remembered of it, and the tasks about it alone; this cannot be undone.

    Raises NotFoundError, NotInTrashError, StaleError.
    """
    erasing.erase(change, kind, uid, _in_trash(change, kind, uid).props["rev"])


def write_back(change: Change, revision: Revision) -> None:
    """Undo what a revision did to a record; raises ChangedSinceError.

    A creation is undone by the trash: what has been tied to the record since is kept with it.
    """
    kind, uid = revision.kind, revision.of
    found = change.locked((LABELS[kind], uid)).get((LABELS[kind], uid))
    if not found:
        raise NotFoundError(said("There is no %(kind)s %(uid)r any more.", kind=kind, uid=uid), field="change")
    change.untouched(revision, found.props["rev"])
    if revision.action in {"create", "restore"}:
        _trash(change, kind, found)
    elif revision.action == "trash":
        _restore(change, kind, found)
    else:
        state = records.state_of(found)
        before, after = states.stored(NODES[LABELS[kind]], states.read(revision.before)), states.read(revision.after)
        before |= tagging.undone(change, (LABELS[kind], uid), state, before, after)
        if kind in TIED:
            TIED[kind].let_go(change, uid, before, after)
            before |= TIED[kind].undone(state, before, after)
        records.write(change, kind, uid, found.props["rev"], state, state | before)


def _trash(change: Change, kind: str, locked: Locked) -> None:
    state = records.state_of(locked)
    after = state | {"deleted_at": change.at}
    records.write(change, kind, locked.uid, locked.props["rev"], state, after, action="trash")
    people = derived.handed_on(change.tx, locked.uid) if kind == "account" else []
    set_aside(change.tx, label=locked.label, uid=locked.uid)
    _owned_anew(change, locked)
    derived.carry_anew(change.tx, people)


def _restore(change: Change, kind: str, locked: Locked) -> None:
    state = records.state_of(locked)
    after = state | {"deleted_at": None}
    records.write(change, kind, locked.uid, locked.props["rev"], state, after, action="restore")
    pairs, counted = bring_back(change.tx, label=locked.label, uid=locked.uid)
    derived.know(change.tx, pairs + recount(change.tx, events=counted))  # it may have been edited without this one
    derived.carry_back(change.tx, kind, locked.uid)
    if kind == "user":  # the addresses beside the main one have come back just now
        members.reserve(change, locked.uid, _emails(change, locked))
    if kind in {"account", "contact"}:
        jobs.settle(change, locked.label, locked.uid)
        links.settle(change, locked.label, locked.uid)
    ownership.settle(change, locked.label, locked.uid)
    _owned_anew(change, locked)


def _owned_anew(change: Change, locked: Locked) -> None:
    """What a user had is nobody's while they are in the trash; a record there keeps whose it was."""
    if locked.label == "User":
        change.disowned.add(locked.uid)
    else:
        change.reassigned.add((locked.label, locked.uid))


def _emails(change: Change, user: Locked) -> list[str]:
    (again,) = lock_records(change.tx, records=[(user.label, user.uid)])
    return [entry["value"] for entry in records.state_of(again)["handles"] if entry["kind"] == "email"]


def _in_trash(change: Change, kind: str, uid: str) -> Locked:
    found = change.locked((LABELS[kind], uid)).get((LABELS[kind], uid))
    if not found:
        raise NotFoundError(said("There is no %(kind)s %(uid)r.", kind=kind, uid=uid), field=kind)
    if not found.props.get("deleted_at"):
        message = said("The %(kind)s %(uid)r is not in the trash; nothing was changed.", kind=kind, uid=uid)
        raise NotInTrashError(message, field=kind)
    change.require(kind, uid, found.props["rev"], records.state_of(found), {})
    return found

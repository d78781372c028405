"""The pool: the leads that are nobody's, who takes them, and how they come there (docs/leads.md).

A lead goes there when its owner gives it back, when nothing will come of it, or when a team's rule says that nobody had
to do with it for too long; whoever takes it has it with all its history.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from graphcrm.access import Reader, Sight
from graphcrm.dates import moment
from graphcrm.errors import ConflictError, InvalidInputError, said
from graphcrm.graph import Runner
from graphcrm.queries.leads.silent import SilentLead, silent
from graphcrm.services import assignments, bulk, ownership, records
from graphcrm.services.changes import Change


def claim(change: Change, uids: Sequence[str]) -> None:
    """Take leads from the pool for who asks: all of them, or none; those that are theirs already stay so.

    Raises InvalidInputError, NotFoundError, and ConflictError, with the owner, where somebody was quicker, or where the
    user's team lets them take no more today.
    """
    user = change.author.user
    if user is None:
        raise InvalidInputError(said("Nobody is signed in, and a lead is claimed for oneself."), field="user")
    for label, uid in bulk.held(change, "lead", uids):
        current = assignments.open_one(assignments.of(change, (label, uid)))
        if current and current.user != user:
            message = said("Somebody was quicker: the lead is no longer in the pool")
            raise assignments.conflict(change, message, "lead", current)
        ownership.assign(change, "lead", uid, user)


def ignore(change: Change, uid: str, reason: str | None = None) -> None:
    """Say that nothing will come of a lead: it goes back to the pool, with its history.

    Raises NotFoundError, StaleError, ConflictError for one that was converted.
    """
    if change.lock(("Lead", uid))["Lead", uid].props.get("status") == "converted":
        message = said("The lead %(uid)r is a contact by now, so it cannot be ignored; nothing was changed.", uid=uid)
        raise ConflictError(message, field="status")
    records.edit(change, "lead", uid, {"status": "ignored"})
    if assignments.open_one(assignments.of(change, ("Lead", uid))):
        ownership.release(change, "lead", uid, reason=reason)


def silent_leads(runner: Runner, reader: Reader | None, uids: Collection[str] | None = None) -> list[SilentLead]:
    """The leads that are due back in the pool, of those that somebody sees and may assign; at most those of one change,
    and one more. `uids` asks for these alone."""
    seen = runner.seen_by(_assignable(reader)) if reader else runner
    asked = None if uids is None else list(uids)
    return silent(seen, uids=asked, on=moment(None).on, limit=bulk.MOST + 1)


def _assignable(reader: Reader) -> Sight:
    """The leads that somebody both sees and may assign."""
    read, assign = reader.owners("read", "lead"), reader.owners("assign", "lead")
    both = assign if read is None else read if assign is None else tuple(one for one in read if one in assign)
    return replace(reader.sight, leads=both)


def reclaim(change: Change, uids: Collection[str], reason: Callable[[SilentLead], str]) -> list[SilentLead]:
    """Put those of some leads that are still due back into the pool, and answer them; `reason` says why, in words.

    Raises InvalidInputError for none, and for too many.
    """
    change.locked(*bulk.named("lead", uids))  # who speaks to one of them just now is waited for
    due = silent_leads(change.tx, change.author.reader, uids)
    for one in due:
        ownership.release(change, "lead", one.uid, reason=reason(one))
    return due

"""The pool: the leads that are nobody's, who takes them, and how they come there (docs/leads.md).

A lead goes there when its owner gives it back, when nothing will come of it, or when a team's rule says that nobody had
to do with it for too long; whoever takes it has it with all its history.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

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


def silent_leads(runner: Runner, reader: Reader | None) -> list[SilentLead]:
    """The leads that are due back in the pool, of owners whose leads somebody may assign; at most those of one change,
    and one more."""
    seen = runner.seen_by(Sight(leads=reader.owners("assign", "lead"))) if reader else runner
    when = moment(None)
    return silent(seen, on=when.on, before=when.before, limit=bulk.MOST + 1)


def reclaim(change: Change, uids: Collection[str], reason: Callable[[SilentLead], str]) -> list[SilentLead]:
    """Put those of some leads that are still due back into the pool, and answer them; `reason` says why, in words."""
    bulk.held(change, "lead", list(uids))  # who speaks to one of them just now is waited for
    due = [one for one in silent_leads(change.tx, change.author.reader) if one.uid in uids]
    for one in due:
        ownership.release(change, "lead", one.uid, reason=reason(one))
    return due

"""What follows for a lead from being given to somebody, or spoken to (docs/leads.md)."""

from __future__ import annotations

from collections.abc import Iterable

from graphcrm.errors import ConflictError, said
from graphcrm.queries.leads.interactions import interactions
from graphcrm.queries.leads.taken import taken
from graphcrm.services import records
from graphcrm.services.changes import Change


def given(change: Change, uid: str, user: str, *, pooled: bool) -> None:
    """After a lead was given to a user: one that was ignored is worked again; `pooled` says that it was nobody's.

    Raises ConflictError where who asks took it from the pool and their team lets them take no more today.
    """
    status = change.lock(("Lead", uid))["Lead", uid].props.get("status")
    if status == "ignored" and _may_edit(change, uid):
        met = interactions(change.tx, lead=uid, before=change.at, limit=1)
        records.edit(change, "lead", uid, {"status": "contacted" if met else "new"})
    if pooled and user == change.author.user:
        _within_limit(change, user)


def spoken_to(change: Change, uids: Iterable[str]) -> None:
    """After somebody had to do with leads: those that were new are not any more."""
    for uid in sorted(set(uids)):
        status = change.lock(("Lead", uid))["Lead", uid].props.get("status")
        if status in {None, "new"} and _may_edit(change, uid):
            records.edit(change, "lead", uid, {"status": "contacted"})


def _may_edit(change: Change, uid: str) -> bool:
    """Whether who asks may change a lead, which is locked: who may not does what they may all the same."""
    return change.author.reader is None or change.author.reader.may("edit", "lead", change.owner_of(("Lead", uid)))


def _within_limit(change: Change, user: str) -> None:
    """Raise ConflictError where a user, who is locked, has taken more leads today than their team lets them."""
    found = taken(change.tx, user=user, on=change.today)
    if found.most is not None and found.taken > found.most:
        message = said(
            "The limit of your team is %(most)s a day from the pool, and you would have %(taken)s today; nothing was "
            "changed. Take fewer, or go on tomorrow.",
            most=found.most,
            taken=found.taken,
        )
        raise ConflictError(message, field="lead")

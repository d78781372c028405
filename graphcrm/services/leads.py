"""What follows for a lead from being given to somebody (docs/leads.md)."""

from __future__ import annotations

from datetime import timedelta

from graphcrm.errors import ConflictError, said
from graphcrm.queries.changes.lock_records import Locked
from graphcrm.queries.leads.interactions import interactions
from graphcrm.queries.leads.taken import taken
from graphcrm.services import records
from graphcrm.services.changes import Change

_AHEAD = timedelta(days=1)  # as far as an interaction may lie ahead, by somebody's time zone


def given(change: Change, lead: Locked, user: str) -> None:
    """After a lead was given to a user, who is locked too: one that was ignored is worked again.

    Raises ConflictError where who asks gave it to themselves, and their team lets them take no more today.
    """
    if lead.props.get("status") == "ignored":
        met = interactions(change.tx, lead=lead.uid, before=change.at + _AHEAD, limit=1)
        with change.following():
            records.edit(change, "lead", lead.uid, {"status": "contacted" if met else "new"})
    if user == change.author.user:
        found = taken(change.tx, user=user, on=change.today)
        if found.most is not None and found.taken > found.most:
            message = said(
                "The limit of your team is %(most)s a day, and that would be more; nothing was changed. Take fewer, "
                "or go on tomorrow.",
                most=found.most,
            )
            raise ConflictError(message, field="lead")

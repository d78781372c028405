"""Undo: write back what the revisions of a change say was before, as a change of its own (docs/changes.md)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta

from graphcrm.access import EVERYTHING, kind_of
from graphcrm.errors import ChangedSinceError, ForbiddenError, NotFoundError, said
from graphcrm.nodes import states
from graphcrm.queries.changes.revision import Revision
from graphcrm.queries.changes.revisions_of import revisions_of
from graphcrm.queries.changes.revisions_on import revisions_on
from graphcrm.queries.changes.revisions_since import revisions_since
from graphcrm.services import (
    attendance,
    conversion,
    interactions,
    introductions,
    jobs,
    links,
    moves,
    ownership,
    policy,
    ratings,
    stages,
    tags,
    teams,
    trash,
)
from graphcrm.services.changes import Change
from graphcrm.services.records import LABELS, state_of

_TAKEN_BACK_FOR = timedelta(minutes=10)  # by who gave records away: the notice that offers it stays 10 seconds

_SETTLED = frozenset({"assignment", "job"})

WriteBack = Callable[[Change, Revision], None]

_WAYS: dict[str, WriteBack] = {
    **dict.fromkeys(LABELS, trash.write_back),
    "interaction": interactions.write_back,
    introductions.KIND: introductions.write_back,
    "job": jobs.write_back,
    "move": moves.write_back,
    "rating": ratings.write_back,
    **dict.fromkeys(("account_link", "contact_link"), links.write_back),
    "assignment": ownership.write_back,
    attendance.KIND: attendance.write_back,
    conversion.KIND: conversion.write_back,
    policy.KIND: policy.write_back,
    tags.KIND: tags.write_back,
    stages.KIND: stages.write_back,
    teams.KIND: teams.write_back,
}


def undo(change: Change, undone: str) -> None:
    """Take back a change, in the reverse order of what it did.

    Raises NotFoundError where there is no such change, ChangedSinceError where one of its things was changed since.
    """
    done = revisions_of(change.tx.seen_by(EVERYTHING), change=undone)
    if _has_just_given_away(change, done):
        change.tx, change.author = change.tx.seen_by(EVERYTHING), replace(change.author, reader=None)
    seen = revisions_of(change.tx, change=undone)
    if seen and sum(not one.followed for one in seen) < sum(not one.followed for one in done):
        message = said(
            "Part of this change is of records that you may not see, so you cannot undo it; nothing was changed.",
        )
        raise ForbiddenError(message, field="change")
    if not seen:
        raise NotFoundError(
            said("There is no change %(undone)r, or what it did was purged.", undone=undone), field="change"
        )
    change.undoes = undone
    for revision in _backwards(done):
        if revision.action == "purge":
            raise ChangedSinceError(
                said("What was purged is gone for ever; it cannot be brought back."), field="change"
            )
        try:
            with change.following() if revision.followed else nullcontext():
                _WAYS[revision.kind](change, revision)
        except NotFoundError as error:  # removed since, or in the trash
            raise ChangedSinceError(
                said("%(detail)s So this cannot be undone.", detail=error.detail), field="change"
            ) from error


def _backwards(done: Sequence[Revision]) -> list[Revision]:
    """What is to be taken back, in its order.

    What a return from the trash settled beside it is set aside again with it; the next return settles it anew.
    """
    returned = any(one.action == "restore" for one in done)
    return [one for one in reversed(done) if not (returned and one.action == "change" and one.kind in _SETTLED)]


def _has_just_given_away(change: Change, done: Sequence[Revision]) -> bool:
    """Whether all of a change was to say whose records are, by who asks, who may no longer see them for that reason.

    The status of a lead that was ignored follows from that.
    """
    by, since = change.author.user, change.at - _TAKEN_BACK_FOR
    return (
        by is not None
        and any(one.kind == "assignment" for one in done)
        and all(one.by == by and one.at > since and (one.kind == "assignment" or _follows(one)) for one in done)
    )


def _follows(one: Revision) -> bool:
    """Whether a revision is of a lead's status alone."""
    return one.kind == "lead" and one.action == "change" and states.read(one.after).keys() == {"status"}


def undo_last(change: Change, label: str, uid: str) -> None:
    """Take back the last change in the history of a record; raises as `undo`, and StaleError."""
    here = change.locked((label, uid), unseen=True)
    for locked in here.values():
        change.require(kind_of(label), uid, locked.props["rev"], state_of(locked), {})
    found = revisions_on(change.tx.seen_by(EVERYTHING), label=label, uid=uid, limit=1)
    if not found or (here and not change.sees((label, uid))):
        raise NotFoundError(
            said("Nothing is known of a change of the %(kind)s %(uid)r.", kind=kind_of(label), uid=uid),
            field=kind_of(label),
        )
    undo(change, found[0].change)


def undo_move(change: Change, uid: str) -> None:
    """Take back the change that recorded a move, all of it, and not an undo of it; raises as `undo`."""
    found = [later for later in revisions_since(change.tx, kind="move", of=uid, rev=0) if later.before is None]
    if not found:
        raise NotFoundError(said("There is no move %(uid)r that somebody recorded.", uid=uid), field="move")
    undo(change, found[0].change)

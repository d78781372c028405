"""The same done to many records, as one change: it is done to all of them or to none, and one undo takes it back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graphcrm.errors import InvalidInputError, said
from graphcrm.services import assignments, ownership, trash
from graphcrm.services.changes import Change, Record
from graphcrm.services.records import LABELS

MOST = 200  # records of one change: the trash of so many takes some seconds, in which they are locked


def assign(change: Change, kind: str, uids: Sequence[str], user: str | None) -> None:
    """Give records to a user from today on, or, without one, back; those that are so already stay as they are.

    Raises NotFoundError, InvalidInputError, ConflictError.
    """
    for label, uid in held(change, kind, uids):
        if user:
            ownership.assign(change, kind, uid, user)
        elif assignments.open_one(assignments.of(change, (label, uid))):
            ownership.release(change, kind, uid)


def into_trash(change: Change, kind: str, uids: Sequence[str]) -> None:
    """Put records into the trash; raises NotFoundError, InTrashError for one that is there already."""
    for _, uid in held(change, kind, uids):
        trash.trash(change, kind, uid)


def held(change: Change, kind: str, uids: Sequence[str]) -> list[Record]:
    """The records, all of them locked, in one order whoever else changes some of them."""
    records = named(kind, uids)
    change.lock(*records)
    return records


def named(kind: str, uids: Iterable[str]) -> list[Record]:
    """The records in the order in which they are locked; raises InvalidInputError for none, and for too many."""
    records = [(LABELS[kind], uid) for uid in sorted(set(uids))]
    if not records:
        raise InvalidInputError(said("Nothing is chosen, so nothing was changed; tick some rows first."), field="uid")
    if len(records) > MOST:
        message = said(
            "%(number)s are chosen, and at most %(most)s are changed at once; nothing was changed. Choose fewer.",
            number=f"{len(records):,}",
            most=MOST,
        )
        raise InvalidInputError(message, field="uid")
    return records

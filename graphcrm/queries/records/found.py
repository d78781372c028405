"""What asking for one record came to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from graphcrm.errors import InTrashError, NotFoundError


class _Trashable(Protocol):
    @property
    def deleted_at(self) -> datetime | None: ...


Row = TypeVar("Row", bound=_Trashable)


def the_one(rows: Sequence[Row], kind: str, uid: str) -> Row:
    """The record that was found; raises NotFoundError, and InTrashError where it is in the trash."""
    if not rows:
        raise NotFoundError(f"There is no {kind} {uid!r}.", field=kind)
    if rows[0].deleted_at:
        raise in_trash(kind, uid, rows[0].deleted_at)
    return rows[0]


def in_trash(kind: str, uid: str, since: datetime) -> InTrashError:
    """What to say of a record in the trash."""
    message = f"The {kind} {uid!r} is in the trash since {since.date()}; restore it first: /{kind}s/{uid}/restore."
    return InTrashError(message, field=kind)

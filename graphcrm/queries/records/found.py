"""What asking for one record came to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from graphcrm.access import place
from graphcrm.errors import InTrashError, NotFoundError, said
from graphcrm.graph import Runner

Row = TypeVar("Row", bound=Any)  # a frozen dataclass with deleted_at, custom and handles

_FROM_HANDLES = ("domains", "email")  # fields that say of a record what its handles say
_EMPTY: dict[type, object] = {list: [], bool: False}


def the_one(runner: Runner, rows: Sequence[Row], kind: str, uid: str) -> Row:
    """The record that was found, without the fields that are hidden from who asks.

    Raises NotFoundError, and InTrashError where it is in the trash.
    """
    if not rows:
        raise NotFoundError(said("There is no %(kind)s %(uid)r.", kind=kind, uid=uid), field=kind)
    if rows[0].deleted_at:
        raise in_trash(kind, uid, rows[0].deleted_at)
    return _without(rows[0], runner.sight.hides(kind))


def _without(row: Row, hidden: Iterable[str]) -> Row:
    names = {*hidden, *(_FROM_HANDLES if "handles" in hidden else ())}
    if not names:
        return row
    blank = {name: _EMPTY.get(type(getattr(row, name))) for name in names if name in row.__dataclass_fields__}
    return replace(row, **blank, custom=[(key, value) for key, value in row.custom if key not in names])


def in_trash(kind: str, uid: str, since: datetime) -> InTrashError:
    """What to say of a record in the trash."""
    message = said(
        "The %(kind)s %(uid)r is in the trash since %(since)s; restore it first: /%(place)s/%(uid)s/restore.",
        kind=kind,
        uid=uid,
        since=since.date(),
        place=place(kind),
    )
    return InTrashError(message, field=kind)

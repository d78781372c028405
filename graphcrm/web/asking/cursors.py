"""Cursors: where a page ended, opaque to whoever carries it. Each knows the question it belongs to."""

from __future__ import annotations

import base64
import binascii
import hashlib
from datetime import date
from typing import Annotated, TypeVar

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, FiniteFloat, ValidationError

from graphcrm.errors import InvalidInputError

_DIGEST = 12  # hexadecimal digits: two questions that a person asks will not meet there
_SEEN_MOST = 1_000_000

Uid = Annotated[str, Field(max_length=1_000)]
Name = Annotated[str, Field(max_length=10_000)]
Count = Annotated[int, Field(ge=0, le=_SEEN_MOST)]


class Cursor(BaseModel):
    """What every cursor holds: the sum of the question."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    of: str


class AfterName(Cursor):
    """In a list by name."""

    name: Name
    uid: Uid


class AfterUid(Cursor):
    """In a list by uid."""

    uid: Uid


class AfterSeen(Cursor):
    """In a list of matches."""

    seen: Count


class AfterInteraction(Cursor):
    """In a list by time."""

    at: AwareDatetime
    uid: Uid


class AfterMove(Cursor):
    """In a list by day."""

    on: date
    uid: Uid


class AfterColleague(Cursor):
    """In a list by strength; `strength` is below 0, as the list is sorted."""

    strength: FiniteFloat
    uid: Uid


class AfterPath(Cursor):
    """In a list of paths, as of a moment."""

    before: AwareDatetime
    rank: FiniteFloat
    hops: Annotated[int, Field(ge=1, le=3)]
    user: Uid
    people: Annotated[tuple[Uid, ...], Field(min_length=1, max_length=3)]
    seen: Count


Kind = TypeVar("Kind", bound=Cursor)


def question(*parts: object) -> str:
    """The sum of a question: all that must be the same on every page of its answer."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:_DIGEST]


def written(cursor: Cursor) -> str:
    """The cursor as it travels."""
    return base64.urlsafe_b64encode(cursor.model_dump_json().encode()).decode().rstrip("=")


def read(text: str | None, kind: type[Kind], of: str) -> Kind | None:
    """The cursor that was sent, None for none; raises InvalidInputError."""
    if text is None:
        return None
    try:
        padded = text + "=" * (-len(text) % 4)
        cursor = kind.model_validate_json(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, ValidationError):
        message = "cursor is not one of ours; take next_cursor from the page before, or leave it out for the first."
        raise InvalidInputError(message, field="cursor") from None
    if cursor.of != of:
        message = "cursor belongs to another question; ask for its first page again, without cursor."
        raise InvalidInputError(message, field="cursor")
    return cursor

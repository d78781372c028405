"""Cursors: where a page ended, opaque to whoever carries it. Each knows the question it belongs to."""

from __future__ import annotations

import base64
import binascii
import hashlib
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, TypeVar

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, FiniteFloat, ValidationError

from graphcrm.dates import Moment, moment
from graphcrm.errors import InvalidInputError, said
from graphcrm.warmth import EPOCH

_INSTANT = timedelta(microseconds=1)  # `before` is open: dates.moment
_DIGEST = 12  # hexadecimal digits: two questions that a person asks will not meet there
_SEEN_MOST = 1_000_000


def _in_utc(instant: datetime) -> datetime:
    if instant.utcoffset():
        raise ValueError("ours are all in UTC")  # and Neo4j compares these alone as we do
    return instant.replace(tzinfo=UTC)


Instant = Annotated[AwareDatetime, AfterValidator(_in_utc)]
Uid = Annotated[str, Field(max_length=1_000)]
Name = Annotated[str, Field(max_length=10_000)]
Count = Annotated[int, Field(ge=0, le=_SEEN_MOST)]


class Cursor(BaseModel):
    """What every cursor holds: the sum of the question."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    of: str


class AfterText(Cursor):
    """In a list by a text."""

    key: Name
    uid: Uid


class AfterInstant(Cursor):
    """In a list by time."""

    key: Instant
    uid: Uid


class AfterNumber(Cursor):
    """In a list by a number, or by how well records match."""

    key: FiniteFloat
    uid: Uid


class AfterUid(Cursor):
    """In a list by uid."""

    uid: Uid


class AfterNumbered(Cursor):
    """In a list by number, the greatest first."""

    seq: Annotated[int, Field(ge=1, le=2**53)]


class AfterMember(Cursor):
    """In the people of an account, by the rank of their role."""

    rank: Count
    name: Name
    uid: Uid


class AfterProposed(Cursor):
    """In what is proposed, by that."""

    state: Name
    name: Name
    uid: Uid


class AfterMove(Cursor):
    """In a list by day."""

    on: date
    uid: Uid


class AfterRankedMove(Cursor):
    """In a list of moves by rank, as of a moment; `rank` is below 0, as the list is sorted."""

    before: Instant
    rank: FiniteFloat
    on: date
    uid: Uid


class AfterColleague(Cursor):
    """In a list by strength; `strength` is below 0, as the list is sorted."""

    strength: FiniteFloat
    uid: Uid


class AfterJob(Cursor):
    """In a career."""

    start_min: date
    end_max: date
    uid: Uid


class AfterSpan(Cursor):
    """In a list by the days that something holds."""

    since: date
    until: date
    uid: Uid


class AfterTie(Cursor):
    """In a list of ties by strength, as of a moment."""

    before: Instant
    strength: FiniteFloat
    uid: Uid


class AfterPath(Cursor):
    """In a list of paths, as of a moment."""

    before: Instant
    rank: FiniteFloat
    hops: Annotated[int, Field(ge=1, le=3)]
    user: Uid
    people: Annotated[tuple[Uid, ...], Field(min_length=1, max_length=3)]
    seen: Count


class AfterSeen(Cursor):
    """In an order that only the whole answer knows, as of a moment."""

    before: Instant
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
        message = said(
            "cursor is not one of ours; take next_cursor from the page before, or leave it out for the first.",
        )
        raise InvalidInputError(message, field="cursor") from None
    if cursor.of != of:
        message = said("cursor belongs to another question; ask for its first page again, without cursor.")
        raise InvalidInputError(message, field="cursor")
    return cursor


def state(as_of: date | None, before: datetime | None) -> Moment:
    """The moment of all pages of one answer: of the day asked for, else the first page's, which the cursor carries."""
    if as_of is not None or before is None:
        return moment(as_of)
    if not EPOCH < before <= datetime.now(UTC) + _INSTANT:
        message = said("cursor is not one of ours; take next_cursor from the page before.")
        raise InvalidInputError(message, field="cursor")
    return moment(None, now=before - _INSTANT)

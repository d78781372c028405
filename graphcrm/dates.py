"""Time: what a partial date bounds, what two stints share, and what a day sees (design: docs/time.md).

Everything is half-open and day-grained: an interval [first, last) holds `first` and not `last`. A stint whose
dates are not known to the day has four bounds: it began within [start_min, start_max] and ended within
[end_min, end_max]. The *certain* part [start_max, end_min) may be empty; the *possible* part
[start_min, end_max) never is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from graphcrm.errors import InvalidDateError, said

UNKNOWN_START = date.min  # 0001-01-01: sentinels, never nulls, because a null comparison drops rows without a word
OPEN_END = date.max  # 9999-12-31
_LAST_YEAR = 9998  # 9999 is the open end's own year, and its year's end would not be a date
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)

Span = tuple[date, date]


class Bounds(NamedTuple):
    """The four bounds of a stint."""

    start_min: date
    start_max: date
    end_min: date
    end_max: date


class Stretch(NamedTuple):
    """One unbroken stretch in which two people may have worked at the same account.

    `start` and `possible_days` are None unless both starts are known, `end` is None while both are still there;
    `days_at_most` is the possible overlap however far back it may reach, for the score only.
    """

    start: date | None
    end: date | None
    certain_days: int
    possible_days: int | None
    days_at_most: int


@lru_cache(2**14)  # of a life's days; an import reads the same ones again and again
def parse_date(text: str, field: str) -> tuple[date, date]:
    """The first day of a date as entered (`2019`, `2019-05`, `2019-05-17`) and the first day after it.

    Raises InvalidDateError, naming the field and the value.
    """
    match = _PARTIAL.fullmatch(text)
    if match is None:
        message = said("%(field)s is %(text)r; a date is written 2019, 2019-05 or 2019-05-17.", field=field, text=text)
        raise InvalidDateError(message, field=field)
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        return _extent(year or 0, month, day)
    except (ValueError, OverflowError):
        message = said("%(field)s is %(text)r; there is no such date.", field=field, text=text)
        raise InvalidDateError(message, field=field) from None


def _extent(year: int, month: int | None, day: int | None) -> Span:
    if year > _LAST_YEAR:
        raise ValueError(year)
    first = date(year, 1 if month is None else month, 1 if day is None else day)  # month 0 is no month
    if day is not None:
        return first, first + timedelta(days=1)
    if month is not None:
        return first, date(year + month // 12, month % 12 + 1, 1)
    return first, date(year + 1, 1, 1)


def bounds(start: str | None, end: str | None, end_status: str, verified_on: date, *, today: date) -> Bounds:
    """The bounds of a stint from its dates as entered.

    `end_status` is "ongoing" or "ended"; `verified_on` is the day the fact was last known to hold. Raises
    InvalidDateError for an end that cannot be after the start, an end that is said to be ongoing, a start in the
    next century, a date that does not exist.
    """
    if end and end_status == "ongoing":
        message = said("end is %(end)r and end_status is 'ongoing'; leave one of them out.", end=end)
        raise InvalidDateError(message, field="end_status")
    start_span = _start_span(start, today) if start else None
    end_min, end_max = _end_bounds(start_span, end, end_status, verified_on)
    if start_span:
        start_min, start_max = start_span
    else:
        start_min, start_max = UNKNOWN_START, verified_on if end_max == OPEN_END else end_min
    if end_max <= start_min:
        message = said(
            "end is %(end)r; it cannot be after the start, %(start)r.",
            end=end or said("unknown, by %(day)s", day=verified_on),
            start=start,
        )
        raise InvalidDateError(message, field="end")
    return Bounds(start_min, start_max, end_min, end_max)


def _start_span(text: str, today: date) -> Span:
    first, after = parse_date(text, "start")
    if first == UNKNOWN_START:
        message = said("start is %(text)r; leave it empty where it is not known.", text=text)
        raise InvalidDateError(message, field="start")
    if first.year >= (today.year // 100 + 1) * 100:
        message = said("start is %(text)r; that is in the next century.", text=text)
        raise InvalidDateError(message, field="start")
    return first, after - timedelta(days=1)


def _end_bounds(start: Span | None, end: str | None, end_status: str, verified_on: date) -> Span:
    if end:
        first, after = parse_date(end, "end")
        # A day is known to the day; a month or a year may have ended on any day in it, or the day after.
        return (first, first) if after - first == timedelta(days=1) else (first, after)
    if end_status == "ended":
        return min(start[1], verified_on) if start else verified_on, verified_on
    return OPEN_END, OPEN_END


def start_of_day(day: date) -> datetime:
    """The first instant of a day, UTC (always `datetime.UTC`: Neo4j compares zone names, docs/cypher.md)."""
    return datetime.combine(day, time.min, tzinfo=UTC)


def instant(text: str) -> datetime:
    """An instant that a query sent as text: the driver takes 30 µs over a DATETIME, and this takes one."""
    return datetime.fromisoformat(text.partition("[")[0]).astimezone(UTC)


def maybe_instant(text: str | None) -> datetime | None:
    """The same of what may be empty."""
    return instant(text) if text else None


def possibly_on(stint: Bounds, day: date) -> bool:
    """Whether the stint may have held on that day."""
    return stint.start_min <= day < stint.end_max


def certainly_on(stint: Bounds, day: date) -> bool:
    """Whether the stint held on that day, whatever the missing parts of its dates were."""
    return stint.start_max <= day < stint.end_min


def unite(spans: Iterable[Span]) -> list[Span]:
    """The spans with overlapping and touching ones joined, in order; empty ones drop out."""
    united: list[Span] = []
    for first, last in sorted(span for span in spans if span[0] < span[1]):
        if united and first <= united[-1][1]:
            united[-1] = united[-1][0], max(last, united[-1][1])
        else:
            united.append((first, last))
    return united


def shared(mine: Sequence[Bounds], theirs: Sequence[Bounds], day: date) -> list[Stretch]:
    """The stretches two people share at one account, as of the start of `day`, earliest first.

    `mine` and `theirs` are all stints of each person at that account. Each person's certain parts are united among
    themselves and so are the possible parts, so that no day counts twice; stints that only touch do not overlap.
    """
    my_certain, their_certain = _certain(mine, day), _certain(theirs, day)
    return [
        _stretch(my_span, their_span, my_certain, their_certain, day)
        for my_span in _possible(mine)
        for their_span in _possible(theirs)
        if max(my_span[0], their_span[0]) < min(my_span[1], their_span[1], day)
    ]


def _possible(stints: Sequence[Bounds]) -> list[Span]:
    if len(stints) == 1:
        return [(stints[0].start_min, stints[0].end_max)]
    return unite((s.start_min, s.end_max) for s in stints)


def _certain(stints: Sequence[Bounds], day: date) -> list[Span]:
    if len(stints) == 1:
        return [(stints[0].start_max, min(stints[0].end_min, day))]
    return unite((s.start_max, min(s.end_min, day)) for s in stints)


def _stretch(mine: Span, theirs: Span, my_certain: list[Span], their_certain: list[Span], day: date) -> Stretch:
    first, last = max(mine[0], theirs[0]), min(mine[1], theirs[1])
    until = min(last, day)
    certain = sum(
        max(0, (min(a[1], b[1], until) - max(a[0], b[0], first)).days) for a in my_certain for b in their_certain
    )
    known = UNKNOWN_START not in (mine[0], theirs[0])
    days = (until - first).days
    return Stretch(
        start=first if known else None,
        end=last if last <= day else None,
        certain_days=certain,
        possible_days=days if known else None,
        days_at_most=days,
    )


class Moment(NamedTuple):
    """What a question is asked as of: stints and overlaps as of the start of day `on`, interactions before `before`."""

    on: date
    before: datetime


def moment(as_of: date | None, *, now: datetime | None = None) -> Moment:
    """The state at the start of day `as_of` (UTC), or of this moment."""
    if as_of is not None:
        return Moment(as_of, start_of_day(as_of))
    now = now or datetime.now(UTC)
    return Moment(now.astimezone(UTC).date(), now + timedelta(microseconds=1))  # up to this moment: `before` is open


def zone_of(name: str | None) -> ZoneInfo:
    """The time zone of an IANA name; UTC for none, and for one that there is not (users write theirs themselves)."""
    try:
        return ZoneInfo(name or "UTC")
    except (ValueError, OSError, ZoneInfoNotFoundError):
        return ZoneInfo("UTC")


def day_in(zone: str | None, at: datetime) -> date:
    """The day that it is at a moment in a time zone, by its name."""
    return at.astimezone(zone_of(zone)).date()

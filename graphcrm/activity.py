"""How somebody deals with us: how often, how, about what, when, and who answers whom. Pure functions over their parts.

Every constant stands here with its reason; the pages say the rule beside what it finds (docs/activity.md).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import groupby
from statistics import median
from typing import Any, Literal
from zoneinfo import ZoneInfo

WINDOW = timedelta(days=365)  # a year has each season once, and what is older says little about next week
LATELY = timedelta(days=90)  # a quarter
HIGH, MID = 6, 2  # of a quarter: once a fortnight is close; one alone may be an accident
TIMES_LEAST = 5  # fewer say nothing about weekdays and hours
ANSWER_WITHIN = timedelta(days=14)  # what comes later is rather another matter
Level = Literal["high", "mid", "low"]
_TOPICS, _USERS = 5, 5  # as many as one reads


@dataclass(frozen=True, slots=True)
class Part:
    """One user's part in one event with somebody: `direction` is out (ours to theirs), in or both."""

    event: str
    at: datetime
    user: str
    user_name: str
    channel: str
    direction: str
    topics: Sequence[str]


@dataclass(frozen=True, slots=True)
class Answers:
    """How often one side was spoken to, how often it answered, and after how many days in the middle (the median)."""

    asked: int
    answered: int
    days: float | None


@dataclass(frozen=True, slots=True)
class With:
    """Who answers whom between one of us and them: theirs to our user, and the user's to them."""

    user: str
    user_name: str
    theirs: Answers
    ours: Answers


@dataclass(frozen=True, slots=True)
class Activity:
    """How somebody deals with us, in the year before a moment.

    `lately` are the events of the last quarter in which they took part themselves: what we sent and they did not
    answer says nothing about them. `weekday` (0 is Monday) and `hour` are of the same of the whole year, each with how
    many there were then; None where there are too few. Where the day alone is known, it counts, and no hour. Channels
    and topics are of all events, the most frequent first.
    """

    level: Level
    lately: int
    events: int
    took_part: int
    channels: list[tuple[str, int]]
    topics: list[tuple[str, int]]
    weekday: tuple[int, int] | None
    hour: tuple[int, int] | None
    answers: list[With]


def activity(parts: Iterable[Part], before: datetime, zone: ZoneInfo) -> Activity:
    """The activity of the year before a moment; weekdays and hours are those of a time zone."""
    ours = sorted(
        (part for part in parts if timedelta(0) < before - part.at <= WINDOW), key=lambda part: (part.at, part.event)
    )
    events = {part.event: part for part in ours}
    theirs = {part.event: part for part in ours if part.direction != "out"}
    lately = sum(before - part.at <= LATELY for part in theirs.values())
    days = [part.at if _day_alone(part.at) else _there(part.at, zone) for part in theirs.values()]
    times = [_there(part.at, zone) for part in theirs.values() if not _day_alone(part.at)]
    return Activity(
        level="high" if lately >= HIGH else "mid" if lately >= MID else "low",
        lately=lately,
        events=len(events),
        took_part=len(theirs),
        channels=_most(part.channel for part in events.values()),
        topics=_most(topic for part in events.values() for topic in dict.fromkeys(part.topics))[:_TOPICS],
        weekday=_time(days, datetime.weekday),
        hour=_time(times, lambda at: at.hour),
        answers=_answers(ours, before),
    )


def _most(found: Iterable[str]) -> list[tuple[str, int]]:
    """What is found and how often, the most frequent first; of equals, by name."""
    return sorted(Counter(found).items(), key=lambda one: (-one[1], one[0]))


def since(before: datetime) -> datetime:
    """The first moment of the year before a moment; the first of all where there is no year before it."""
    return before - min(WINDOW, before - datetime(1, 1, 1, tzinfo=UTC))


def _there(at: datetime, zone: ZoneInfo) -> datetime:
    """The moment on the clocks of a zone; in the first and the last hours of all time on those of UTC."""
    try:
        return at.astimezone(zone)
    except OverflowError:
        return at


def _day_alone(at: datetime) -> bool:
    """Whether only the day is known: a date is stored as its first moment in UTC."""
    return at.astimezone(UTC).time() == time.min


def _time(times: Sequence[datetime], of: Callable[[datetime], int]) -> tuple[int, int] | None:
    """The most frequent of some times, the earliest of equals; None where there are too few."""
    if len(times) < TIMES_LEAST:
        return None
    return min(Counter(map(of, times)).items(), key=lambda one: (-one[1], one[0]))


def _answers(parts: Sequence[Part], before: datetime) -> list[With]:
    """Who answers whom, by user; those with the most turns first."""
    by_user: dict[str, list[Part]] = {}
    for part in parts:
        by_user.setdefault(part.user, []).append(part)
    found = []
    for user, theirs in by_user.items():
        turns = _turns(theirs)
        both = [_answered(turns, side, before) for side in ("out", "in")]
        if any(side.asked for side in both):
            found.append(With(user, theirs[-1].user_name, *both))
    return sorted(found, key=lambda one: (-one.theirs.asked - one.ours.asked, one.user))[:_USERS]


def _turns(parts: Sequence[Part]) -> list[tuple[str, datetime, datetime]]:
    """What one side said in a row, as one: its direction, its first moment and its last. Three mails that remind of one
    another are one question."""
    found: list[tuple[str, datetime, datetime]] = []
    for direction, some in groupby(parts, key=lambda part: part.direction):
        at = [part.at for part in some]
        found.append((direction, at[0], at[-1]))
    return found


def _answered(turns: Sequence[tuple[str, datetime, datetime]], side: str, before: datetime) -> Answers:
    """How the other side answered the turns of one: by its own, or by what both did; within ANSWER_WITHIN of the last.

    What still may be answered counts neither way.
    """
    waits: list[float] = []  # in days
    asked = 0
    following: list[Any] = [*turns[1:], None]
    for (direction, _first, last), then in zip(turns, following, strict=True):
        if direction != side:
            continue
        if then and then[1] - last <= ANSWER_WITHIN:
            waits.append((then[1] - last) / timedelta(days=1))
        elif before - last <= ANSWER_WITHIN and not then:
            continue
        asked += 1
    return Answers(asked, len(waits), median(waits) if waits else None)

"""Dates as people remember them: to the day, to the month, to the year, or not at all."""

from __future__ import annotations

from datetime import date, timedelta

from graphcrm.demo.dice import Dice

WORLD_DATE = date(2026, 11, 1)  # the world's today; nothing in it looks at a clock

_DAY, _MONTH, _YEAR = 10, 7, 4  # how much of an ISO date is written


def written(dice: Dice, day: date) -> str:
    """A date as it would be entered: 65 % to the day, 25 % to the month, 10 % to the year."""
    length = dice.weighted({_DAY: 65, _MONTH: 25, _YEAR: 10})
    # A bare year would reach into the future if it were this one: who was told of it lately knows the month.
    if day.year == WORLD_DATE.year and length == _YEAR:
        length = _MONTH
    return day.isoformat()[:length]


def earliest(start: str) -> str:
    """The first day that a start as written may mean; ISO text sorts as its dates do."""
    return "0001-01-01" if not start else start + "-01-01"[len(start) - _YEAR :] if len(start) < _DAY else start


def latest(end: str, verified: date, *, ended: bool) -> str:
    """Text that sorts just behind the last day that an end as written may mean."""
    if not end:
        return verified.isoformat() if ended else "9999-12-31"
    return end + "-99-99"[len(end) - _YEAR :] if len(end) < _DAY else end


def verified(dice: Dice, start: date, end: date | None) -> date:
    """The day a job was last known to hold: mostly this year, sometimes long ago; for an ended one, after its end."""
    if end is not None:
        return min(end + timedelta(days=dice.small(0, 300)), WORLD_DATE - timedelta(days=1))
    age = dice.weighted({0: 80, 370: 14, 740: 6}) + dice.below(330)
    return max(start, WORLD_DATE - timedelta(days=age + 1))

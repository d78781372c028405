"""A career as dated bars: the geometry, in percent of the width, so that the drawing needs no style of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from flask_babel import gettext as _

from graphcrm.dates import UNKNOWN_START, Stretch
from graphcrm.queries.contacts.jobs import Job
from graphcrm.web.pages.words import duration, entered

_LEAST = timedelta(days=30)  # of the axis: a career may begin on the day shown
_ROOM = timedelta(days=730)  # before the end of a job whose start is not known
_TICKS_MOST = 10
_TICK_RIGHT = 94.0  # beyond which a year would be cut off
_STEPS = (1, 2, 5, 10, 20, 50, 100)
_LABEL_RIGHT, _LABEL_LEFT = 74.0, 24.0  # beyond which a label has no room beside its bar


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle from `x`, `width` wide; `fade` names the end at which it is soft for want of an exact date."""

    x: float
    width: float
    fade: str | None = None


@dataclass(frozen=True, slots=True)
class Tick:
    """A year of the axis; every second one is left out where there is little room."""

    x: float
    year: int
    minor: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """One job: boxes, and how its length is written beside them."""

    job: Job
    current: bool
    certain: bool
    span: str
    length: str
    boxes: list[Box]
    label_x: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Career:
    """The bars of a career, the latest job first, on one axis that ends a little after the day shown."""

    bars: list[Bar]
    ticks: list[Tick]
    first: date
    last: date
    on: date

    @classmethod
    def of(cls, jobs: Sequence[Job], on: date) -> Self:
        """The career that some jobs are, as of a day."""
        first = _first(jobs, on)
        last = max(on + (on - first) / 25, first + _LEAST)
        career = cls([], _ticks(first, last), first, last, on)
        career.bars.extend(career._bar(job) for job in reversed(jobs))
        return career

    @property
    def now(self) -> float:
        """Where the day shown is."""
        return self.x(self.on)

    @property
    def current(self) -> list[Bar]:
        """The jobs that hold on the day, the main one first."""
        return sorted((bar for bar in self.bars if bar.current), key=lambda bar: not bar.job.primary)

    def x(self, day: date) -> float:
        """Where a day is on the axis, in percent."""
        inside = min(max(day, self.first), self.last)
        return round((inside - self.first).days / (self.last - self.first).days * 100, 3)

    def stretch(self, stretch: Stretch) -> Box:
        """The box of what two people share."""
        left, right = self.x(stretch.start or self.first), self.x(stretch.end or self.on)
        return Box(left, round(right - left, 3), None if stretch.start else "start")

    def _bar(self, job: Job) -> Bar:
        boxes = list(self._boxes(job))
        left, right = boxes[0].x, boxes[-1].x + boxes[-1].width
        label_x, anchor = (right, "start") if right < _LABEL_RIGHT else (left, "end")
        if anchor == "end" and left < _LABEL_LEFT:
            label_x, anchor = (left + right) / 2, "middle"
        return Bar(
            job=job,
            current=job.current(self.on),
            certain=job.certain(self.on),
            span=self._span(job),
            length=_length(job, self.on),
            boxes=boxes,
            label_x=round(label_x, 3),
            anchor=anchor,
        )

    def _boxes(self, job: Job) -> Iterable[Box]:
        """The part that is certain, and before and after it what may belong to the job too."""
        until = min(job.end_max, self.on)
        sure = min(job.start_max, until)
        certain = sure, max(sure, min(job.end_min, until))
        parts = ((job.start_min, certain[0], "start"), (*certain, None), (certain[1], until, "end"))
        found = [Box(self.x(a), round(self.x(b) - self.x(a), 3), fade) for a, b, fade in parts if self.x(b) > self.x(a)]
        return found or [Box(self.x(job.start_min), 0.5)]

    def _span(self, job: Job) -> str:
        """The dates as they were entered; what ended later had not ended on the day."""
        start = entered(job.start) if job.start else None
        if job.end_max > self.on and job.end_min >= self.on:
            return _("since %(start)s", start=start) if start else _("there, start not known")
        if job.end and start:
            return _("%(first)s to %(end)s", first=start, end=entered(job.end))
        if job.end:
            return _("until %(end)s, start not known", end=entered(job.end))
        return _("%(first)s to an unknown day", first=start) if start else _("over, dates not known")


def _first(jobs: Sequence[Job], on: date) -> date:
    """The first day of the year in which the career is known to have begun, with room for what began unknown."""
    return date(min([_seen(job, on) for job in jobs] or [on - min(_ROOM, on - date.min)]).year, 1, 1)


def _seen(job: Job, on: date) -> date:
    if job.start_min > UNKNOWN_START:
        return job.start_min
    end = min(job.end_min, on)
    return end - min(_ROOM, end - date.min)


def _ticks(first: date, last: date) -> list[Tick]:
    years = last.year - first.year + 1
    step = next(step for step in _STEPS if years / step <= _TICKS_MOST) if years < _STEPS[-1] * _TICKS_MOST else years
    span = (last - first).days
    shown = [date(year, 1, 1) for year in range(first.year, last.year + 1, step)]
    ticks = [Tick(round((day - first).days / span * 100, 3), day.year, n % 2 == 1) for n, day in enumerate(shown)]
    return [tick for tick in ticks if tick.x < _TICK_RIGHT]


def _length(job: Job, on: date) -> str:
    """How long, where both ends are known well enough to say so."""
    if not job.start:
        return ""
    until = min(job.end_max, on)
    unsure = (job.start_max - job.start_min).days + max(0, (until - min(job.end_min, on)).days)
    days = (until - job.start_min).days - unsure / 2
    length = duration(max(1, days))
    return _("about %(length)s", length=length) if unsure > 62 else length  # noqa: PLR2004  (two months: below, it rounds away)

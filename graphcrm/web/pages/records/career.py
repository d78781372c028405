"""A career as dated bars: the geometry, in percent of the width, so that the drawing needs no style of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from flask_babel import gettext as _

from graphcrm.dates import UNKNOWN_START, Stretch, unite
from graphcrm.queries.colleagues.acquaintance import Acquaintance
from graphcrm.queries.contacts.jobs import Job
from graphcrm.web.pages.records.bars import Bar, Box, Label, Row, Tick, beside, inside, ticks
from graphcrm.web.pages.words import brief, duration, entered

_LEAST = timedelta(days=30)  # of the axis: a career may begin on the day shown
_ROOM = timedelta(days=730)  # before the end of a job whose start is not known
_GAP = timedelta(days=92)  # shorter ones are holidays
_NARROWEST = 0.6  # a bar that can be seen
_GUESS = 62  # days: what is less sure than two months is said to be about so long


@dataclass(frozen=True, slots=True)
class Gap:
    """A time in which no job is known."""

    first: date
    end: date
    box: Box


@dataclass(frozen=True, slots=True)
class Together:
    """What two people share, drawn: each stretch, and how long it was."""

    boxes: list[Box]
    label: Label | None


@dataclass(frozen=True, slots=True)
class Career:
    """The jobs of a career in rows, the latest first, on one axis that ends a little after the day shown."""

    bars: list[Bar]
    rows: list[Row]
    ticks: list[Tick]
    gaps: list[Gap]
    first: date
    last: date
    on: date

    @classmethod
    def of(cls, jobs: Sequence[Job], on: date) -> Self:
        """The career that some jobs are, as of a day."""
        first = _first(jobs, on)
        last = max(on + (on - first) / 25, first + _LEAST)
        career = cls([], [], ticks(first, last), [], first, last, on)
        career.bars.extend(career._bar(job) for job in reversed(jobs))
        by_account: dict[str, list[Bar]] = {}
        for bar in career.bars:
            by_account.setdefault(bar.job.account, []).append(bar)
        career.rows.extend(Row.of(bars) for bars in by_account.values())
        career.gaps.extend(career._gaps(jobs))
        return career

    @property
    def now(self) -> float:
        """Where the day shown is."""
        return self.x(self.on)

    @property
    def current(self) -> list[Bar]:
        """The jobs that hold on the day, the main one first."""
        return sorted((bar for bar in self.bars if bar.current), key=lambda bar: not bar.job.primary)

    @property
    def kinds(self) -> list[str]:
        """The kinds of bars there are."""
        return [kind for kind in ("job", "seat", "school") if any(bar.kind == kind for bar in self.bars)]

    @property
    def soft(self) -> bool:
        """Whether a date is not exact."""
        return any(bar.soft for bar in self.bars)

    def x(self, day: date) -> float:
        """Where a day is on the axis, in percent."""
        inside = min(max(day, self.first), self.last)
        return round((inside - self.first).days / (self.last - self.first).days * 100, 3)

    def together(self, person: Acquaintance) -> Together:
        """What two people share on this axis, with how long they were together."""
        stretches = [part.stretch for part in person.shared]
        boxes = [self.stretch(stretch) for stretch in stretches]
        whole, short = _together(stretches)
        widest = max((box for box in boxes if not box.soft), key=lambda box: box.width, default=Box(0, 0))
        label = inside((whole,), widest.x, widest.width) or beside(
            (whole, short), min(box.x for box in boxes), max(box.right for box in boxes)
        )
        return Together(boxes, label or inside((short,), widest.x, widest.width))

    def stretch(self, stretch: Stretch) -> Box:
        """The box of one unbroken stretch of it."""
        left, right = self.x(stretch.start or self.first), self.x(stretch.end or self.on)
        return Box(left, max(_NARROWEST, round(right - left, 3)), not stretch.start, not stretch.certain_days)

    def _bar(self, job: Job) -> Bar:
        """A bar over all the days on which the job may have been held; soft where it is not known to have been."""
        until = min(job.end_max, self.on)
        sure_from = min(job.start_max, until)
        sure_to = max(sure_from, min(job.end_min, until))
        left, right = self.x(job.start_min), self.x(until)
        width = max(_NARROWEST, round(right - left, 3))
        return Bar(
            job=job,
            current=job.current(self.on),
            certain=job.certain(self.on),
            span=_span(job, self.on),
            length=_length(job, self.on, duration),
            brief=_length(job, self.on, brief),
            x=min(left, 100 - width),
            width=width,
            exact_from=_share(self.x(sure_from) - left, width),
            exact_to=100 - _share(right - self.x(sure_to), width),
        )

    def _gaps(self, jobs: Sequence[Job]) -> list[Gap]:
        held = unite((job.start_min, min(job.end_max, self.on)) for job in jobs)
        ends = [*(end for _, end in held[:-1]), *([held[-1][1]] if held else [])]
        begins = [*(first for first, _ in held[1:]), *([self.on] if held else [])]
        return [
            Gap(end, first, Box(self.x(end), round(self.x(first) - self.x(end), 3)))
            for end, first in zip(ends, begins, strict=True)
            if first - end > _GAP
        ]


def _share(part: float, width: float) -> float:
    return round(min(100.0, max(0.0, part / width * 100)), 2)


def _span(job: Job, on: date) -> str:
    """The dates as they were entered; what ended later had not ended on the day."""
    start = entered(job.start) if job.start else None
    if job.end_max > on and job.end_min >= on:
        return _("since %(start)s", start=start) if start else _("there, start not known")
    if job.end:
        end = entered(job.end)
        return (
            _("%(first)s to %(end)s", first=start, end=end) if start else _("until %(end)s, start not known", end=end)
        )
    return _("%(first)s to an unknown day", first=start) if start else _("over, dates not known")


def _together(stretches: Sequence[Stretch]) -> tuple[str, str]:
    """How long two people were together, and the same where there is little room."""
    days = sum((part.certain_days + (part.possible_days or part.certain_days)) / 2 for part in stretches)
    if days < 1:
        return _("possibly together"), ""
    if any(part.possible_days is None for part in stretches):  # a start that nobody knows
        return _("at least %(length)s together", length=duration(days)), f"> {brief(days)}"
    return _("%(length)s together", length=duration(days)), brief(days)


def _length(job: Job, on: date, written: Callable[[float], str]) -> str:
    """How long, where both ends are known well enough to say so."""
    if not job.start:
        return ""
    until = min(job.end_max, on)
    unsure = (job.start_max - job.start_min).days + max(0, (until - min(job.end_min, on)).days)
    length = written(max(1, (until - job.start_min).days - unsure / 2))
    return (
        (_("about %(length)s", length=length) if written is duration else f"~{length}") if unsure > _GUESS else length
    )


def _first(jobs: Sequence[Job], on: date) -> date:
    """The first day of the year in which the career is known to have begun, with room for what began unknown."""
    return date(min([_seen(job, on) for job in jobs] or [on - min(_ROOM, on - date.min)]).year, 1, 1)


def _seen(job: Job, on: date) -> date:
    if job.start_min > UNKNOWN_START:
        return job.start_min
    end = min(job.end_min, on)
    return end - min(_ROOM, end - date.min)

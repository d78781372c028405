"""Bars, years and the words at them, in percent of the width: words stand inside where they fit, beside where not.

How wide words are is guessed, as a server cannot measure them, on the narrowest axis that shows them (css/career.css).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graphcrm.queries.contacts.jobs import Job

_AXIS_PX = 420
_LETTER_PX, _WIDE_PX = 6.5, 12.0  # at 11.5 px, a Latin letter or figure and a Chinese one
_WIDE_FROM = "\u2e80"  # the first of the Chinese ones
_INSIDE_PX, _BESIDE_PX = 18, 14  # around words in a bar, and beside one
_TICKS_MOST = 10
_TICK_RIGHT = 94.0  # beyond which a year would be cut off
_STEPS = (1, 2, 5, 10, 20, 50, 100)
SEATS = frozenset({"board", "advisor"})

Kind = Literal["job", "seat", "school"]


@dataclass(frozen=True, slots=True)
class Label:
    """Words at `x`: within a bar, or beginning or ending there."""

    text: str
    x: float
    at: Literal["in", "start", "end"]


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch from `x`, `width` wide; `soft` where its start is not known, `unsure` where it is only possible."""

    x: float
    width: float
    soft: bool = False
    unsure: bool = False

    @property
    def right(self) -> float:
        """Where it ends."""
        return round(self.x + self.width, 3)


@dataclass(frozen=True, slots=True)
class Tick:
    """A year of the axis; every second one is left out where there is little room."""

    x: float
    year: int
    minor: bool


@dataclass(slots=True)
class Bar:
    """One job: where it is drawn, up to where from its start and from where to its end the dates are not exact (in
    percent of the bar), and how it is written."""

    job: Job
    current: bool
    certain: bool
    span: str
    length: str
    brief: str
    x: float
    width: float
    exact_from: float
    exact_to: float
    lane: int = 0
    label: Label | None = None

    @property
    def kind(self) -> Kind:
        """What colour it has."""
        if self.job.account_kind == "school":
            return "school"
        return "seat" if self.job.kind in SEATS else "job"

    @property
    def right(self) -> float:
        """Where it ends."""
        return round(self.x + self.width, 3)

    @property
    def soft(self) -> bool:
        """Whether one of its dates is not exact."""
        return self.exact_from > 0 or self.exact_to < 100  # noqa: PLR2004  (percent)


@dataclass(frozen=True, slots=True)
class Row:
    """The jobs of one person at one account, the latest first, in as many lanes as are held at once."""

    account: str
    account_name: str
    bars: list[Bar]
    lanes: int

    @classmethod
    def of(cls, bars: Sequence[Bar]) -> Row:
        """A row of bars, the latest first: each in the first lane that is free."""
        lanes: list[list[Bar]] = []
        for bar in sorted(bars, key=lambda bar: bar.x):
            free = next((n for n, lane in enumerate(lanes) if lane[-1].right <= bar.x + 0.1), len(lanes))
            if free == len(lanes):
                lanes.append([])
            bar.lane = free
            lanes[free].append(bar)
        for lane in lanes:
            _write(lane)
        job = bars[0].job
        return cls(job.account, job.account_name, list(bars), len(lanes))


def ticks(first: date, last: date) -> list[Tick]:
    """The years of an axis from a day to another: as many as can be read."""
    years = last.year - first.year + 1
    step = next(step for step in _STEPS if years / step <= _TICKS_MOST) if years < _STEPS[-1] * _TICKS_MOST else years
    span = (last - first).days
    shown = [date(year, 1, 1) for year in range(first.year, last.year + 1, step)]
    all_of_them = [Tick(round((day - first).days / span * 100, 3), day.year, n % 2 == 1) for n, day in enumerate(shown)]
    return [tick for tick in all_of_them if tick.x < _TICK_RIGHT]


def beside(
    texts: Iterable[str], left: float, right: float, *, before: float = 0.0, after: float = 100.0
) -> Label | None:
    """The first words that have room after something that ends at `right`, or before where it begins; None for none."""
    for text in filter(None, texts):
        needed = _room_for(text, _BESIDE_PX)
        if right + needed <= after:
            return Label(text, right, "start")
        if left - needed >= before:
            return Label(text, left, "end")
    return None


def inside(texts: Iterable[str], x: float, width: float) -> Label | None:
    """The first words that have room within `width` from `x`; None for none."""
    return next((Label(text, x, "in") for text in filter(None, texts) if _room_for(text, _INSIDE_PX) <= width), None)


def _write(lane: Sequence[Bar]) -> None:
    """Write at the bars of one lane what has room: the dates, or the length."""
    taken = 0.0
    for n, bar in enumerate(lane):
        exact_x, exact = bar.x + bar.width * bar.exact_from / 100, bar.width * (bar.exact_to - bar.exact_from) / 100
        after = lane[n + 1].x if n + 1 < len(lane) else 100.0
        lengths = (bar.length, bar.brief)
        bar.label = inside((bar.span, *lengths), round(exact_x, 3), exact) or beside(
            lengths, bar.x, bar.right, before=taken, after=after
        )
        taken = bar.right
        if bar.label and bar.label.at == "start":
            taken += _room_for(bar.label.text, _BESIDE_PX)


def _room_for(text: str, around: float) -> float:
    """How much words take with some pixels around them, in percent of the narrowest axis."""
    return (sum(_WIDE_PX if letter >= _WIDE_FROM else _LETTER_PX for letter in text) + around) / _AXIS_PX * 100

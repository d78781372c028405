"""Option types of our own."""

from __future__ import annotations

import math
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import click

from graphcrm.queries.paths import KINDS

_DAYS = re.compile(r"([0-9]{1,5})d")


class Day(click.ParamType[date]):
    """A whole date, such as 2019-05-17."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401
        """The day, or a usage error."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no date; it takes one such as 2019-05-17.", param, ctx)


class LastDay(Day):
    """A day to come, or how many days away it is, such as 90d."""

    name = "date|days"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401
        """The day, or a usage error."""
        days = _DAYS.fullmatch(value) if isinstance(value, str) else None
        return datetime.now(UTC).date() + timedelta(days=int(days[1])) if days else super().convert(value, param, ctx)


class Score(click.FloatRange):
    """A number of some least value; infinity and "nan" are none."""

    name = "score"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:  # noqa: ANN401
        """The number, or a usage error."""
        number = float(super().convert(value, param, ctx))
        if not math.isfinite(number):
            self.fail(f"{value} is no score.", param, ctx)
        return number


class Kinds(click.ParamType[tuple[str, ...]]):
    """Kinds of paths, separated by commas."""

    name = "kinds"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:  # noqa: ANN401
        """The kinds, or a usage error."""
        kinds = value if isinstance(value, tuple) else tuple(part.strip() for part in value.split(",") if part.strip())
        unknown = [kind for kind in kinds if kind not in KINDS]
        if unknown or not kinds:
            self.fail(f"{', '.join(unknown) or value!r} is no kind of path; they are {', '.join(KINDS)}.", param, ctx)
        return kinds

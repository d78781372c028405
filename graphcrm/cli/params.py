"""Option types of our own."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import click

from graphcrm.queries.paths import KINDS


class Day(click.ParamType[date]):
    """A whole date up to today, such as 2019-05-17."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401
        """The day, or a usage error."""
        if isinstance(value, date):
            return value
        try:
            day = date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no date; it takes one such as 2019-05-17.", param, ctx)
        today = datetime.now(UTC).date()
        if day > today:
            self.fail(f"{value} is still to come; today is {today} (UTC).", param, ctx)
        return day


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

"""The board and the forecast of opportunities, for the API and the pages alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Annotated

from dateutil.relativedelta import relativedelta
from pydantic import Field

from graphcrm.graph import Runner
from graphcrm.queries.opportunities.board import Column, board
from graphcrm.queries.opportunities.forecast import Expected, forecast
from graphcrm.queries.opportunities.stages import Stage, stages
from graphcrm.web.asking.parameters import Parameters, Uid

CARDS = 25  # of a column: more nobody drags
CLOSED_FOR = 30  # days for which what is won or lost stays on the board


class BoardParameters(Parameters):
    """Whose opportunities."""

    owner: Annotated[Uid | None, Field(description="Only those that are this user's (the uid) today.")] = None
    team: Annotated[Uid | None, Field(description="Only those of somebody in this team (its uid).")] = None


class ForecastParameters(BoardParameters):
    """Whose, and how far ahead."""

    months: Annotated[int, Field(ge=1, le=36, description="How many months, this one among them.")] = 12


@dataclass(frozen=True, slots=True)
class Total:
    """What is expected in a month and a currency, of all owners."""

    month: date | None
    currency: str
    count: int
    amount: float
    weighted: float


def columns(runner: Runner, asked: BoardParameters, known: Iterable[Stage]) -> list[Column]:
    """The columns of the board: the stages, and those retired that hold something still."""
    shown = {one.key: one for one in known}
    since = datetime.now(UTC) - timedelta(days=CLOSED_FOR)
    keys = [(one.key, one.status) for one in shown.values()]
    found = board(runner, stages=keys, since=since, owner=asked.owner, team=asked.team, limit=CARDS)
    return [column for column in found if column.count or not shown[column.stage].retired]


def expected(runner: Runner, asked: ForecastParameters) -> list[Expected]:
    """The forecast of the months from this one on; raises ForbiddenError."""
    since = datetime.now(UTC).date().replace(day=1)
    likely = {one.key: one.probability for one in stages(runner)}
    until = since + relativedelta(months=asked.months)
    return forecast(runner, since=since, until=until, likely=likely, owner=asked.owner, team=asked.team)


def totals(rows: Iterable[Expected]) -> list[Total]:
    """What months and currencies come to; amounts of two currencies are never added."""
    sums: dict[tuple[date | None, str], list[Expected]] = {}
    for row in rows:
        sums.setdefault((row.month, row.currency), []).append(row)
    return [
        Total(
            month, currency, sum(one.count for one in of), round(sum(one.amount for one in of), 2),
            round(sum(one.weighted for one in of), 2),
        )
        for (month, currency), of in sums.items()
    ]  # fmt: skip

"""The board and the forecast of opportunities, for the API and the pages alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Annotated

from dateutil.relativedelta import relativedelta
from pydantic import Field

from graphcrm.graph import Runner
from graphcrm.queries.opportunities.board import board
from graphcrm.queries.opportunities.cards import Card, cards
from graphcrm.queries.opportunities.forecast import Expected, forecast
from graphcrm.queries.opportunities.stages import Stage, stages
from graphcrm.queries.opportunities.unforeseen import Unforeseen, unforeseen
from graphcrm.web.asking.parameters import Parameters, Uid

CARDS = 25  # of a column: more nobody drags
CLOSED_FOR = 30  # days for which what is won or lost stays on the board


class WhoseParameters(Parameters):
    """Whose opportunities."""

    owner: Annotated[Uid | None, Field(description="Only those that are this user's (the uid) today.")] = None
    team: Annotated[Uid | None, Field(description="Only those of somebody in this team (its uid).")] = None


class BoardParameters(WhoseParameters):
    """Whose, and what is there in any case."""

    moved: Annotated[
        Uid | None, Field(description="One that was just moved (its uid): it is shown wherever it stands.")
    ] = None


class ForecastParameters(WhoseParameters):
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


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is expected, by owner and in all, and what that leaves out."""

    rows: list[Expected]
    totals: list[Total]
    left_out: Unforeseen


@dataclass(frozen=True, slots=True)
class Column:
    """A stage on the board; `cards` may be fewer than `count`."""

    stage: Stage
    count: int
    sums: list[tuple[str, float]]
    cards: list[Card]


def columns(runner: Runner, asked: BoardParameters, known: Sequence[Stage]) -> list[Column]:
    """The columns of the board: the stages, and those retired that hold something still."""
    since = datetime.now(UTC) - timedelta(days=CLOSED_FOR)
    keys = [(one.key, one.status) for one in known]
    lanes = board(runner, stages=keys, since=since, owner=asked.owner, team=asked.team)
    first = cards(runner, stages=keys, since=since, owner=asked.owner, team=asked.team, moved=asked.moved, limit=CARDS)
    of: dict[str, list[Card]] = {}
    for card in first:
        of.setdefault(card.stage, []).append(card)
    both = zip(known, lanes, strict=True)
    return [
        Column(stage, lane.count, lane.sums, of.get(stage.key, []))
        for stage, lane in both
        if lane.count or not stage.retired
    ]


def expected(runner: Runner, asked: ForecastParameters, today: date) -> Outlook:
    """The forecast of the months from that of a day on, and what it leaves out; raises ForbiddenError."""
    since = today.replace(day=1)
    likely = {one.key: one.probability for one in stages(runner) if one.status == "open"}
    until = since + relativedelta(months=asked.months)
    rows = forecast(runner, since=since, until=until, likely=likely, owner=asked.owner, team=asked.team)
    left_out = unforeseen(runner, until=until, stages=likely, owner=asked.owner, team=asked.team)
    return Outlook(rows, totals(rows), left_out)


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

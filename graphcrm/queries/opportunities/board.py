"""The board of opportunities: for each stage how many there are, what they are worth, and the first cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from graphcrm.dates import maybe_instant
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Card:
    """An opportunity; `owner` is the uid of whose it is today, `account` a uid and a name."""

    uid: str
    name: str
    rev: int
    amount: float | None
    currency: str | None
    expected_close: date | None
    stage_since: datetime | None
    owner: str | None
    owner_name: str | None
    account: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Column:
    """A stage, by its key; `sums` are currency and amount, and `cards` may be fewer than `count`."""

    stage: str
    count: int
    sums: list[tuple[str, float]]
    cards: list[Card]


def board(
    runner: Runner,
    *,
    stages: Sequence[tuple[str, str]],
    since: datetime,
    owner: str | None = None,
    team: str | None = None,
    limit: int,
) -> list[Column]:
    """A column for each stage (its key and status), in their order: what is open, and what was closed since.

    At most `limit` cards in each; of an owner, of a team.
    """
    hides = runner.sight.hides("opportunity")
    found = runner.read(
        _CYPHER, Column, stages=list(map(list, stages)), since=since, owner=owner, team=team, limit=limit
    )
    return [_column(one, hides) for one in found]


def _column(column: Column, hides: frozenset[str]) -> Column:
    sums = [] if "amount" in hides else [(currency, round(amount, 2)) for currency, amount in column.sums]
    return replace(column, sums=sums, cards=[_card(*card, hides=hides) for card in column.cards])  # type: ignore[misc]


def _card(*row: Any, hides: frozenset[str]) -> Card:  # noqa: ANN401  (a row)
    card = Card(*row)
    day, since = row[5], row[6]
    shown = replace(card, expected_close=date.fromisoformat(day) if day else None, stage_since=maybe_instant(since))
    hidden: dict[str, Any] = dict.fromkeys(hides & {"amount", "expected_close", "account"})
    return replace(shown, **hidden) if hidden else shown

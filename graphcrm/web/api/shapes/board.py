"""The board of opportunities."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from pydantic import Field

from graphcrm.queries.opportunities.cards import Card
from graphcrm.web.api.shapes.base import Ref, Shape
from graphcrm.web.asking.opportunities import Column


class Worth(Shape):
    """What opportunities are worth in one currency."""

    currency: str
    amount: float


class CardItem(Shape):
    """An opportunity on the board."""

    uid: str
    name: str
    rev: int
    amount: float | None
    currency: str | None
    expected_close: date | None
    stage_since: datetime | None = Field(description="since when it has been in its stage; null where nobody knows")
    owner: Ref | None
    account: Ref | None = Field(description="to whom it is offered, as far as that may be seen")


class Lane(Shape):
    """A stage with what is in it."""

    stage: str
    count: int
    sums: list[Worth]
    items: list[CardItem] = Field(description="the first of them")


class Board(Shape):
    """The stages in their order; what is won or lost is there for 30 days."""

    lanes: list[Lane]


def board_of(columns: Iterable[Column]) -> Board:
    """A board."""
    return Board(lanes=[_lane(column) for column in columns])


def _lane(column: Column) -> Lane:
    sums = [Worth(currency=currency, amount=amount) for currency, amount in column.sums]
    return Lane(stage=column.stage.key, count=column.count, sums=sums, items=[_item(card) for card in column.cards])


def _item(card: Card) -> CardItem:
    return CardItem(
        uid=card.uid, name=card.name, rev=card.rev, amount=card.amount, currency=card.currency,
        expected_close=card.expected_close, stage_since=card.stage_since,
        owner=Ref(uid=card.owner, name=card.owner_name or "") if card.owner else None,
        account=Ref(uid=card.account[0], name=card.account[1]) if card.account else None,
    )  # fmt: skip

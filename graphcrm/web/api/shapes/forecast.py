"""What is expected of open opportunities."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pydantic import Field

from graphcrm.queries.opportunities.forecast import Expected
from graphcrm.web.api.shapes.base import Ref, Shape
from graphcrm.web.asking.opportunities import totals


class TotalItem(Shape):
    """What is expected in a month and a currency."""

    month: date | None = Field(description="its first day; null for what is late")
    currency: str
    count: int
    amount: float
    weighted: float = Field(description="each amount as far as it is likely")


class ExpectedItem(TotalItem):
    """The same, of one owner."""

    owner: Ref | None = Field(description="whose it is; null for nobody's")


class Forecast(Shape):
    """What is expected of open opportunities that have an amount and an expected close."""

    items: list[ExpectedItem]
    totals: list[TotalItem] = Field(description="what months and currencies come to, of all owners")


def forecast_of(rows: Sequence[Expected]) -> Forecast:
    """A forecast."""
    items = [
        ExpectedItem(
            month=row.month, currency=row.currency, count=row.count, amount=row.amount, weighted=row.weighted,
            owner=Ref(uid=row.owner, name=row.owner_name or "") if row.owner else None,
        )
        for row in rows
    ]  # fmt: skip
    whole = [
        TotalItem(month=one.month, currency=one.currency, count=one.count, amount=one.amount, weighted=one.weighted)
        for one in totals(rows)
    ]
    return Forecast(items=items, totals=whole)

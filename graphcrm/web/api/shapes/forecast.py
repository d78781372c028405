"""What is expected of open opportunities."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from graphcrm.web.api.shapes.base import Ref, Shape
from graphcrm.web.asking.opportunities import Outlook


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


class LeftOut(Shape):
    """How many that are open are not counted."""

    no_amount: int
    no_expected_close: int = Field(description="of those with an amount")
    later: int = Field(description="expected after the months that were asked for")


class Forecast(Shape):
    """What is expected of open opportunities that have an amount and an expected close."""

    items: list[ExpectedItem]
    totals: list[TotalItem] = Field(description="what months and currencies come to, of all owners")
    left_out: LeftOut


def forecast_of(found: Outlook) -> Forecast:
    """A forecast."""
    items = [
        ExpectedItem(
            month=row.month, currency=row.currency, count=row.count, amount=row.amount, weighted=row.weighted,
            owner=Ref(uid=row.owner, name=row.owner_name or "") if row.owner else None,
        )
        for row in found.rows
    ]  # fmt: skip
    whole = [
        TotalItem(month=one.month, currency=one.currency, count=one.count, amount=one.amount, weighted=one.weighted)
        for one in found.totals
    ]
    out = found.left_out
    left_out = LeftOut(no_amount=out.no_amount, no_expected_close=out.no_day, later=out.later)
    return Forecast(items=items, totals=whole, left_out=left_out)

"""Who is asked to a campaign, and what followed it."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from graphcrm.queries.campaigns.attendees import Attendee
from graphcrm.queries.campaigns.effect import Effect, sums
from graphcrm.web.api.shapes.base import Page, Shape
from graphcrm.web.asking.listings import Listing


class AttendanceItem(Shape):
    """A contact or a lead who is asked, or came."""

    type: str = Field(description="contact or lead")
    uid: str
    name: str
    do_not_contact: bool = Field(description="whether they asked us not to contact them")
    status: str = Field(description="invited, registered, attended, no_show")
    on: date | None = Field(description="the day since which it is so")


class AttendanceList(Page[AttendanceItem]):
    """Who is asked to a campaign, by name."""


class AttendanceChanged(Shape):
    """What was done."""

    changed: int = Field(description="of how many people it is new or other now")


class SumBody(Shape):
    """Opportunities whose amounts are of one currency."""

    currency: str | None = Field(description="null for those without an amount")
    deals: int
    amount: float | None = Field(description="null without a currency, or where amounts are hidden from who asks")


class EffectBody(Shape):
    """What followed a campaign, of those who came and whom who asks sees; that it followed is no reason."""

    days: int
    people: int = Field(description="who came; a lead and the contact that it became are one")
    met: int = Field(description="of them, with whom any of us had to do within the days after the last")
    newly: int = Field(description="of these, with whom none of us had to do in as many days before the first")
    converted: int = Field(description="leads who came and became contacts since the first day")
    opened: list[SumBody] = Field(description="opportunities in which they have a part, made since then, by currency")
    won: list[SumBody] = Field(description="the same, won since then, whenever they were opened")


def attendance_list(page: Listing[Attendee]) -> AttendanceList:
    """One page of who is asked."""
    names = AttendanceItem.model_fields
    items = [AttendanceItem(**{name: getattr(one, name) for name in names}) for one in page.rows]
    return AttendanceList(items=items, next_cursor=page.cursor)


def effect_body(found: Effect, days: int) -> EffectBody:
    """What followed."""
    opened, won = (
        [SumBody(currency=one.currency, deals=one.deals, amount=one.amount) for one in sums(deals)]
        for deals in (found.opened, found.won)
    )
    return EffectBody(
        days=days, people=found.people, met=found.met, newly=found.newly, converted=found.converted, opened=opened,
        won=won,
    )  # fmt: skip

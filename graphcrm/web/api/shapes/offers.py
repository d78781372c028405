"""Who may be at an account, and who was taken into it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from graphcrm.queries.offers.fitting import Fitting
from graphcrm.web.api.shapes.base import PersonRef, Ref, Shape


class FitBody(Shape):
    """Why somebody may be at an account."""

    by: Literal["email", "placeholder", "company"]
    value: str = Field(description="their address, the placeholder or the company")


class OfferItem(PersonRef):
    """Somebody who may be at an account."""

    kind: Literal["contact", "lead"]
    title: str | None = Field(description="what a lead says they are")
    reasons: list[FitBody]
    same: list[Ref] = Field(
        description="contacts who have the e-mail address of a lead: such a lead is not taken, but converted by itself"
    )


class OfferList(Shape):
    """Who may be at an account: those with most reasons first, then by name."""

    items: list[OfferItem]


class TakenBody(Shape):
    """Who works there now."""

    contacts: list[str] = Field(description="the uids of the contacts, in the order in which they were sent")


def offer_list(found: Iterable[Fitting]) -> OfferList:
    """Who may be at an account."""
    return OfferList(items=[_item(one) for one in found])


def _item(one: Fitting) -> OfferItem:
    reasons = [{"by": by, "value": value} for by, value in one.reasons]
    return OfferItem.model_validate({
        "uid": one.uid, "name": one.name, "do_not_contact": one.asked_not, "kind": one.label.lower(),
        "title": one.title, "reasons": reasons, "same": [{"uid": uid, "name": name} for uid, name in one.same],
    })  # fmt: skip

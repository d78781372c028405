"""What a lead may be already, and what it became."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Literal

from pydantic import Field

from graphcrm.queries.leads.alike import Alike
from graphcrm.services.conversion import Converted
from graphcrm.web.api.shapes.base import Ref, Shape


class ReasonBody(Shape):
    """Why a lead may be a record that is there."""

    by: Literal["email", "phone", "wechat", "linkedin", "domain", "name", "like"] = Field(
        description="what is the same; like: a name that is like it"
    )
    value: str = Field(description="the address, the domain or the name")


class AlikeItem(Ref):
    """A record that a lead may be already."""

    kind: Literal["contact", "account"]
    reasons: list[ReasonBody]
    works_at: list[Ref] = Field(description="where a contact may work today, the main job first")


class AlikeList(Shape):
    """Records that a lead may be already: contacts, then accounts, the likeliest first."""

    items: list[AlikeItem]


class ConversionBody(Shape):
    """What a lead became."""

    contact: str = Field(description="the uid of the contact")
    account: str | None = Field(description="the uid of the account; null for none")
    opportunity: str | None = Field(description="the uid of the opportunity made beside; null for none")
    interactions: int = Field(description="how many interactions are the contact's now")


def alike_list(found: Iterable[Alike]) -> AlikeList:
    """Records that a lead may be already."""
    return AlikeList(items=[_item(one) for one in found])


def conversion_body(became: Converted) -> ConversionBody:
    """What a lead became."""
    return ConversionBody.model_validate(asdict(became))


def _item(one: Alike) -> AlikeItem:
    reasons = [{"by": by, "value": value} for by, value in one.reasons]
    works_at = [{"uid": uid, "name": name} for uid, name in one.works_at]
    kind = one.label.lower()
    return AlikeItem.model_validate(
        {"uid": one.uid, "name": one.name, "kind": kind, "reasons": reasons, "works_at": works_at}
    )

"""Links of accounts and of contacts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

from pydantic import Field

from graphcrm.dates import certainly_on, possibly_on
from graphcrm.queries.links.link import OneLink
from graphcrm.web.api.shapes.base import AsOfPage, Ref, Shape


class LinkBody(Shape):
    """A link from one account to another, or from one contact to another."""

    uid: str
    kind: Literal["subsidiary_of", "partner_of", "succeeded_by", "reports_to", "related_to"] = Field(
        description="what `from` is to `to`"
    )
    from_: Ref = Field(serialization_alias="from")
    to: Ref
    relation: str | None = Field(description="of two people who are related: family, friend, mentor or school")
    start: str | None = Field(description="2019, 2019-05 or 2019-05-17; null: not known")
    end: str | None = Field(description="the first day no longer, as entered")
    end_status: str = Field(description="ongoing or ended")
    current: bool = Field(description="whether it may hold on the day")
    certain: bool = Field(description="whether it holds on the day whatever the missing parts of its dates were")
    verified_on: date = Field(description="the day it was last known to hold")
    source: str | None = Field(description="the import or program that brought it")
    rev: int = Field(description="one more with each change; also the ETag")
    recorded_at: datetime | None
    recorded_by: str | None = Field(description="uid of the user who did")


class LinkList(AsOfPage[LinkBody]):
    """Links by their start, unknown starts first."""


def link_list(links: Iterable[OneLink], cursor: str | None, on: date) -> LinkList:
    """A page of links."""
    return LinkList(items=[link_body(link, on) for link in links], next_cursor=cursor, as_of=on)


def link_body(link: OneLink, on: date) -> LinkBody:
    """One link."""
    named = {name: getattr(link, name) for name in LinkBody.model_fields if hasattr(link, name)}
    return LinkBody.model_validate(
        {
            **named,
            "from_": Ref(uid=link.start_uid, name=link.start_name),
            "to": Ref(uid=link.end_uid, name=link.end_name),
            "current": possibly_on(link.bounds, on),
            "certain": certainly_on(link.bounds, on),
        }
    )

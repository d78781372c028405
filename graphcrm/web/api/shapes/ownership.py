"""Who owns a record, and who did."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pydantic import Field

from graphcrm.queries.ownership.owners import Owner
from graphcrm.web.api.shapes.base import Page, Ref, Shape


class AssignmentItem(Shape):
    """One assignment of a record to a user."""

    uid: str
    user: Ref
    start: date | None = Field(description="the first day; null: not known")
    end: date | None = Field(description="the first day no longer; null while it is theirs")
    reason: str | None = Field(description="why it was given to them")
    end_reason: str | None = Field(description="why it was taken from them, where nobody followed")
    source: str | None = Field(description="the import or program that brought it")
    rev: int = Field(description="one more with each change; If-Match takes it")


class Ownership(Page[AssignmentItem]):
    """Whose a record is today, and whose it was, the latest first."""

    owner: Ref | None = Field(description="the user it is assigned to today; null for none")


def ownership(owner: tuple[str, str] | None, owners: Iterable[Owner], cursor: str | None) -> Ownership:
    """A page of a record's owners."""
    now = Ref(uid=owner[0], name=owner[1]) if owner else None
    return Ownership(owner=now, items=[_item(one) for one in owners], next_cursor=cursor)


def _item(one: Owner) -> AssignmentItem:
    named = {name: getattr(one, name) for name in AssignmentItem.model_fields if name != "user"}
    return AssignmentItem(**named, user=Ref(uid=one.user, name=one.user_name))

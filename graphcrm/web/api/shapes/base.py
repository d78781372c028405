"""What all answers are made of."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Generic, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from graphcrm.services.kept import NO_DAY

Item = TypeVar("Item")
# The day by which something is due of a contract or an order, as it is kept: never empty there.
Due = Annotated[
    date | None,
    BeforeValidator(lambda kept: None if kept == NO_DAY else kept),
    Field(description="the day by which it is to be renewed or delivered; null for none"),
]


class Shape(BaseModel):
    """A part of an answer; the fields that are answered `once` are null where a request is sent again."""

    model_config = ConfigDict(frozen=True, serialize_by_alias=True)
    once: ClassVar[frozenset[str]] = frozenset()


class Ref(Shape):
    """A record that is named."""

    uid: str
    name: str


class TagRef(Shape):
    """A tag of a record."""

    uid: str
    name: str
    colour: str


class PersonRef(Ref):
    """A contact that is named."""

    do_not_contact: bool = Field(description="whether they asked us not to contact them")


class Page(Shape, Generic[Item]):
    """One page of items."""

    items: list[Item]
    next_cursor: str | None = Field(description="the cursor of the page that follows; null on the last one")


class AsOfPage(Page[Item], Generic[Item]):
    """One page of items, as of a day."""

    as_of: date = Field(description="the day answered as of; today where none was asked")


def whole(number: float) -> int | float:
    """A number without a fraction as an integer."""
    return int(number) if number == int(number) else number

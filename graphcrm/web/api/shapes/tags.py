"""Tags."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from graphcrm.nodes.tags import NAME_MOST
from graphcrm.web.api.bodies import Body
from graphcrm.web.api.shapes.base import Page, Shape

Colour = Literal["grey", "red", "orange", "yellow", "green", "teal", "blue", "purple"]


class TagBody(Shape):
    """A tag, and how many records of each kind that you see have it."""

    uid: str
    name: str
    colour: Colour
    accounts: int
    contacts: int
    leads: int
    tasks: int
    rev: int = Field(description="one more with each change; also the ETag")


class TagList(Page[TagBody]):
    """Tags, by name."""


class TagChange(Body):
    """What is to be different of a tag."""

    name: str | None = Field(default=None, min_length=1, max_length=NAME_MOST, description="What it is called.")
    colour: Colour | None = Field(default=None, description="The colour in which it is shown.")

    def values(self) -> dict[str, str]:
        """What was sent and is no null."""
        return {name: value for name, value in super().values().items() if value is not None}


class Merging(Body):
    """Which tag another is merged into."""

    into: str = Field(min_length=1, max_length=64, description="The uid of the tag that stays.")

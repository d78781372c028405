"""Segments."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Self

from pydantic import Field

from graphcrm.queries.records.entry import Entry
from graphcrm.queries.segments.segments import Segment
from graphcrm.services.segments import sizes
from graphcrm.web.api.bodies import Body
from graphcrm.web.api.shapes.base import Page, Ref, Shape
from graphcrm.web.asking.segments import Kind

_CONDITIONS = (
    "groups of conditions: of each group one, of all groups each is to be so. A condition is "
    '`{"by": NAME, "not": true, …}` with the values that it takes (docs/segments.md lists them)'
)
Conditions = list[list[dict[str, Any]]]


class SizeBody(Shape):
    """How many records were in a segment on a day."""

    on: date
    number: int


class SegmentItem(Shape):
    """A segment."""

    uid: str
    name: str
    kind: Kind = Field(description="which records it is of")
    conditions: Conditions = Field(description=_CONDITIONS)
    shared: bool = Field(description="whether its owner's team and the teams below it see it")
    owner: Ref
    address: str = Field(description="its page in the web application")
    created_at: datetime
    updated_at: datetime
    rev: int


class SegmentBody(SegmentItem):
    """A segment, whole."""

    sizes: list[SizeBody] = Field(description="how many you saw in it, one a day, the latest last; of your own alone")


class SegmentList(Page[SegmentItem]):
    """Segments, the oldest first."""


class Preview(Shape):
    """What a question finds."""

    number: int = Field(description="how many records that you see")
    items: list[Ref] = Field(description="the first of them, by name")

    @classmethod
    def of(cls, number: int, rows: Iterable[Entry]) -> Self:
        """A number, and the first records."""
        return cls(number=number, items=[Ref(uid=row.uid, name=row.name) for row in rows])


class Question(Body):
    """A question over records."""

    kind: Kind = Field(description="Which records it is of.")
    conditions: Conditions = Field(
        min_length=1, max_length=20, description=_CONDITIONS[:1].upper() + _CONDITIONS[1:] + "."
    )


class NewSegment(Question):
    """A segment to save."""

    name: str = Field(min_length=1, max_length=100, description="What you call it.")
    shared: bool = Field(default=False, description="Whether your team and the teams below it see it.")


class SegmentChange(Body):
    """What is to be different of a segment."""

    name: str | None = Field(default=None, min_length=1, max_length=100, description="What you call it.")
    conditions: Conditions | None = Field(default=None, min_length=1, max_length=20, description="What it asks.")
    shared: bool | None = Field(default=None, description="Whether your team and the teams below it see it.")


def segment_list(rows: Iterable[Segment], cursor: str | None) -> SegmentList:
    """A page of segments."""
    return SegmentList(items=[SegmentItem(**_told(row)) for row in rows], next_cursor=cursor)


def segment_body(segment: Segment) -> SegmentBody:
    """One segment."""
    return SegmentBody(**_told(segment), sizes=[SizeBody(on=on, number=number) for on, number in sizes(segment)])


def _told(segment: Segment) -> dict[str, Any]:
    same = ("uid", "name", "kind", "shared", "created_at", "updated_at", "rev")
    return {name: getattr(segment, name) for name in same} | {
        "conditions": json.loads(segment.conditions),
        "owner": Ref(uid=segment.owner, name=segment.owner_name),
        "address": f"/segments/{segment.uid}",
    }

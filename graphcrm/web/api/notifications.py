"""What one is told of that others did with what is one's own."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from flask import Blueprint
from pydantic import Field

from graphcrm.access import kind_of
from graphcrm.queries.notifications.mark_read import mark_read
from graphcrm.queries.notifications.notifications import Notification
from graphcrm.services.changes import Change
from graphcrm.web.api.bodies import Body
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes.base import Page, Shape
from graphcrm.web.api.writing import Takes, changing
from graphcrm.web.asking import listings
from graphcrm.web.asking.parameters import PlainPageParameters
from graphcrm.web.context import graph, my_uid

routes = Blueprint("api_notifications", __name__)

_TAG = tag("Notifications", "What you are told of that others did with what is yours.")


class NotificationItem(Shape):
    """One thing that you are told."""

    uid: str
    at: datetime
    kind: str = Field(
        description="assigned: given to you; released: taken from you; asked, answered, withdrawn: introductions; "
        "found: by an automation; moved: a contact that concerns you; moves: many, this one among them; "
        "late: a service request of yours"
    )
    by: str | None = Field(description="the uid of the user who did it; null for the program itself")
    by_name: str | None
    record_kind: str = Field(description="the kind of record that it is about")
    record: str = Field(description="its uid")
    name: str | None = Field(description="what it is called; null where you may not see it, or it is in the trash")
    unread: bool


class NotificationList(Page[NotificationItem]):
    """Notifications, the latest first."""


class ReadBody(Body):
    """Up to where you have read."""

    until: Annotated[str, Field(min_length=1, max_length=64, description="The uid of the last that you have read.")]


@routes.get("/notifications")
@documented(NotificationList, _TAG)
def notifications(query: PlainPageParameters) -> NotificationList:
    """What you are told, the latest first."""
    page = listings.notifications(graph(), my_uid(), query)
    return NotificationList(items=[_item(one) for one in page.rows], next_cursor=page.cursor)


@routes.post("/notifications/read")
@changing(None, _TAG, Takes(body=ReadBody, status=204))
def read(change: Change, body: ReadBody) -> None:
    """Say that you have read them up to one."""
    mark_read(change.tx, user=my_uid(), until=body.until)


def _item(one: Notification) -> NotificationItem:
    return NotificationItem(
        uid=one.uid, at=one.at, kind=one.kind, by=one.by, by_name=one.by_name, record_kind=kind_of(one.label),
        record=one.of, name=one.name, unread=one.unread,
    )  # fmt: skip

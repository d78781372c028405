"""Automations: yours, what their next round would do, and what they did."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from flask import Blueprint
from pydantic import Field

from graphcrm.access import kind_of
from graphcrm.queries.automations.automations import Automation
from graphcrm.services import automations as service
from graphcrm.services.changes import Change
from graphcrm.web.addresses import V1
from graphcrm.web.api.bodies import Body
from graphcrm.web.api.etags import tagged
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes.base import Page, Ref, Shape
from graphcrm.web.api.writing import Takes, changing
from graphcrm.web.asking import automations as asking
from graphcrm.web.asking import listings
from graphcrm.web.asking.parameters import Parameters, PlainPageParameters
from graphcrm.web.context import graph, my_uid
from graphcrm.web.languages import in_words

routes = Blueprint("api_automations", __name__)

_TAG = tag("Automations", "What is done by itself with records that come into a list, as you.")
_PATH = {"uid": "The automation's uid."}
_Whom = Literal["owner", "author"]
_Uid = Annotated[str, Field(max_length=64)]
_SAID = ("uid", "name", "of", "parameters", "task", "task_days", "task_for", "assign_to", "notify", "template",
         "active", "looked_at", "failed", "rev")  # fmt: skip


class AutomationBody(Shape):
    """An automation."""

    uid: str
    name: str
    of: str = Field(description="the kind of records")
    parameters: str = Field(description="the filters of the list: status=new&owned=false")
    task: str | None = Field(description="the task that is made about the record")
    task_days: int | None = Field(description="in how many days it is due")
    task_for: str | None = Field(description="whose it is: the owner's of the record, or yours (author)")
    assign_to: str | None = Field(description="the uid of the user who is given the record")
    notify: str | None = Field(description="who is told: the owner, or you (author)")
    template: str | None = Field(description="the uid of the mail template that is sent")
    active: bool = Field(description="whether it runs")
    looked_at: datetime | None = Field(description="when its list was last looked at; null before the first time")
    failed: str | None = Field(description="why that failed")
    rev: int


class AutomationList(Page[AutomationBody]):
    """Automations, the oldest first."""


class AutomationChange(Body):
    """What is to be different of an automation."""

    name: Annotated[str | None, Field(min_length=1, max_length=100, description="What you call it.")] = None
    parameters: str | None = Field(default=None, max_length=4_000, description="The filters of the list.")
    task: str | None = Field(default=None, max_length=200, description="The task that is made; {name} is the record's.")
    task_days: int | None = Field(default=None, ge=0, le=3_660, description="In how many days it is due.")
    task_for: _Whom | None = Field(default=None, description="Whose it is.")
    assign_to: _Uid | None = Field(default=None, description="The uid of the user who is given the record.")
    notify: _Whom | None = Field(default=None, description="Who is told.")
    template: _Uid | None = Field(default=None, description="The uid of the mail template that is sent.")
    active: bool | None = Field(default=None, description="Whether it runs.")
    standing_too: bool = Field(
        default=False, description="Whether something is also done with what is in the list when it starts."
    )


class NewAutomation(AutomationChange):
    """An automation to write."""

    name: Annotated[str, Field(min_length=1, max_length=100, description="What you call it.")]
    of: Literal["account", "contact", "lead", "opportunity", "contract", "order", "service_request", "task"] = Field(
        description="The kind of records."
    )
    parameters: str = Field(max_length=4_000, description="The filters of the list.")


class PreviewItem(Ref):
    """A record with which something would be done."""

    unsent: str | None = Field(description="why it would be sent no mail; null where it would, or none is to be sent")


class PreviewBody(Shape):
    """What the next round would do something with."""

    standing: int = Field(description="how many records are in the list")
    number: int = Field(description="with how many of them something would be done; none where it is stopped")
    first: list[PreviewItem] = Field(description="the first of these")


class RunItem(Shape):
    """What was done with one record."""

    uid: str
    at: datetime
    record_kind: str
    record: str = Field(description="its uid")
    name: str | None = Field(description="what it is called; null where you may not see it, or it is in the trash")
    did: list[str] = Field(
        description="task, assign, notify, mail, unsent or failed, each with what it came to behind a colon"
    )


class RunList(Page[RunItem]):
    """What was done, the latest first."""


@routes.get("/automations")
@documented(AutomationList, _TAG)
def automations(query: PlainPageParameters) -> AutomationList:
    """Your automations, the oldest first."""
    page = listings.automations(graph(), my_uid(), query)
    return AutomationList(items=[_body(one) for one in page.rows], next_cursor=page.cursor)


@routes.get("/automations/<uid>")
@documented(AutomationBody, _TAG, also=(404,), path=_PATH)
def automation(uid: str, query: Parameters) -> AutomationBody:  # noqa: ARG001  (there are none; others are refused)
    """One of your automations."""
    return tagged(_body(service.one(graph(), my_uid(), uid)))


@routes.get("/automations/<uid>/preview")
@documented(PreviewBody, _TAG, also=(404,), path=_PATH)
def preview(uid: str, query: Parameters) -> PreviewBody:  # noqa: ARG001
    """With what it would do something if it looked now; nothing is done."""
    found = asking.preview(graph(), service.one(graph(), my_uid(), uid))
    first = [
        PreviewItem(uid=uid, name=name, unsent=in_words(unsent) if unsent else None)
        for uid, name, unsent in found.first
    ]
    return PreviewBody(standing=found.standing, number=found.number, first=first)


@routes.get("/automations/<uid>/runs")
@documented(RunList, _TAG, also=(404,), path=_PATH)
def runs(uid: str, query: PlainPageParameters) -> RunList:
    """What it did, the latest first."""
    page = asking.runs(graph(), service.one(graph(), my_uid(), uid).uid, query)
    items = [
        RunItem(uid=one.uid, at=one.at, record_kind=kind_of(one.label), record=one.of, name=one.name, did=one.did)
        for one in page.rows
    ]
    return RunList(items=items, next_cursor=page.cursor)


@routes.post("/automations")
@changing(AutomationBody, _TAG, Takes(body=NewAutomation, status=201, under=f"{V1}/automations"), also=(404, 409))
def write_automation(change: Change, body: NewAutomation) -> AutomationBody:
    """Write an automation. What is in the list when it starts stays as it is, unless you say `standing_too`."""
    return _put(change, body, of=body.of)


@routes.patch("/automations/<uid>")
@changing(AutomationBody, _TAG, Takes(body=AutomationChange), also=(404, 412), path=_PATH)
def change_automation(change: Change, uid: str, body: AutomationChange) -> AutomationBody:
    """Change an automation of yours, start it or stop it."""
    return _put(change, body, of=service.one(change.tx, my_uid(), uid).of, uid=uid)


@routes.delete("/automations/<uid>")
@changing(None, _TAG, Takes(status=204), also=(404, 412), path=_PATH)
def delete_automation(change: Change, uid: str) -> None:
    """Delete an automation of yours; for a day the web application can bring it back."""
    service.delete(change, my_uid(), uid)


def _put(change: Change, body: AutomationChange, of: str, uid: str | None = None) -> AutomationBody:
    values = body.model_dump(exclude_unset=True)
    if "parameters" in values:
        values["parameters"] = asking.parameters(of, values["parameters"] or "")
    uid = asking.put(change, my_uid(), values, uid, standing_too=body.standing_too)
    return _body(service.one(change.tx, my_uid(), uid))


def _body(one: Automation) -> AutomationBody:
    return AutomationBody(**{name: getattr(one, name) for name in _SAID})

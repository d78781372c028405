"""Mails to contacts and leads, and the templates of mails."""

from __future__ import annotations

from typing import Annotated

from flask import Blueprint
from pydantic import Field

from graphcrm.queries.mail.templates import Template
from graphcrm.services import mailing
from graphcrm.services.changes import Change
from graphcrm.services.mailing import Letter
from graphcrm.web import posting
from graphcrm.web.addresses import V1
from graphcrm.web.api.bodies import Body
from graphcrm.web.api.etags import tagged
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes.base import Page, Ref, Shape
from graphcrm.web.api.writing import Takes, changing
from graphcrm.web.asking import listings
from graphcrm.web.asking.parameters import Parameters, PlainPageParameters
from graphcrm.web.context import graph, my_uid

routes = Blueprint("api_mail", __name__)

_TAG = tag("Mail", "Mails to contacts and leads in your name, and the templates of them.")
_PATH = {"uid": "The template's uid."}
_Name = Annotated[str, Field(min_length=1, max_length=100, description="What you call it.")]
_Subject = Annotated[str, Field(max_length=300, description="The subject; {name} stands for who is written to.")]
_Text = Annotated[str, Field(max_length=20_000, description="The text, with places such as {given_name}, {company}.")]


class TemplateBody(Shape):
    """A mail template."""

    uid: str
    name: str
    subject: str
    text: str
    shared: bool = Field(description="whether its owner's team and the teams below it have it too")
    owner: Ref
    rev: int


class TemplateList(Page[TemplateBody]):
    """Mail templates, the oldest first."""


class NewTemplate(Body):
    """A template to write."""

    name: _Name
    subject: _Subject = ""
    text: _Text = ""
    shared: bool = Field(default=False, description="Whether your team and the teams below it have it too.")


class TemplateChange(Body):
    """What is to be different of a template."""

    name: _Name | None = None
    subject: _Subject | None = None
    text: _Text | None = None
    shared: bool | None = Field(default=None, description="Whether your team and the teams below it have it too.")


class MailBody(Body):
    """A mail to somebody."""

    to: str | None = Field(
        default=None, max_length=300, description="One of their e-mail addresses; left out: the main one."
    )
    template: str | None = Field(default=None, max_length=64, description="The uid of a template of which it is made.")
    subject: str | None = Field(default=None, max_length=300, description="The subject; left out: the template's.")
    text: str | None = Field(default=None, max_length=20_000, description="The text; left out: the template's.")


class SentBody(Shape):
    """What was sent."""

    interaction: str = Field(description="the uid of the interaction as which it is logged")
    to: str
    subject: str
    text: str


@routes.get("/mail-templates")
@documented(TemplateList, _TAG)
def templates(query: PlainPageParameters) -> TemplateList:
    """The templates that you have, the oldest first."""
    page = listings.mail_templates(graph(), my_uid(), query)
    return TemplateList(items=[_body(one) for one in page.rows], next_cursor=page.cursor)


@routes.get("/mail-templates/<uid>")
@documented(TemplateBody, _TAG, also=(404,), path=_PATH)
def template(uid: str, query: Parameters) -> TemplateBody:  # noqa: ARG001  (there are none; others are refused)
    """One template."""
    return tagged(_body(mailing.template(graph(), my_uid(), uid)))


@routes.post("/mail-templates")
@changing(TemplateBody, _TAG, Takes(body=NewTemplate, status=201, under=f"{V1}/mail-templates"), also=(409,))
def write_template(change: Change, body: NewTemplate) -> TemplateBody:
    """Write a template."""
    uid = mailing.put(change, my_uid(), body.model_dump())
    return _body(mailing.template(change.tx, my_uid(), uid))


@routes.patch("/mail-templates/<uid>")
@changing(TemplateBody, _TAG, Takes(body=TemplateChange), also=(404, 412), path=_PATH)
def change_template(change: Change, uid: str, body: TemplateChange) -> TemplateBody:
    """Change a template of yours."""
    mailing.put(change, my_uid(), body.model_dump(exclude_none=True), uid)
    return _body(mailing.template(change.tx, my_uid(), uid))


@routes.delete("/mail-templates/<uid>")
@changing(None, _TAG, Takes(status=204), also=(404, 412), path=_PATH)
def delete_template(change: Change, uid: str) -> None:
    """Delete a template of yours, for everybody; for a day the web application can bring it back."""
    mailing.delete(change, my_uid(), uid)


@routes.post("/contacts/<uid>/mail")
@changing(SentBody, _TAG, Takes(body=MailBody), also=(404, 409, 502), path={"uid": "The contact's uid."})
def mail_to_contact(change: Change, uid: str, body: MailBody) -> SentBody:
    """Write to a contact in your name, by the mail server of the installation; it is logged as an interaction.

    409 where they asked not to be contacted, and where no mail server is set; 502 where it does not take the mail.
    """
    return _send(change, "contact", uid, body)


@routes.post("/leads/<uid>/mail")
@changing(SentBody, _TAG, Takes(body=MailBody), also=(404, 409, 502), path={"uid": "The lead's uid."})
def mail_to_lead(change: Change, uid: str, body: MailBody) -> SentBody:
    """Write to a lead in your name, as to a contact."""
    return _send(change, "lead", uid, body)


def _send(change: Change, kind: str, uid: str, body: MailBody) -> SentBody:
    to = mailing.addressee(change.tx, kind, uid, my_uid())
    made = mailing.template(change.tx, my_uid(), body.template) if body.template else None
    subject = body.subject if body.subject is not None else made.subject if made else ""
    text = body.text if body.text is not None else made.text if made else ""
    letter = Letter(
        body.to or next(iter(to.emails), ""), mailing.filled(subject, to.places), mailing.filled(text, to.places)
    )
    logged = mailing.write(change, to, letter, posting.send)
    return SentBody(interaction=logged, to=letter.to, subject=letter.subject, text=letter.text)


def _body(one: Template) -> TemplateBody:
    return TemplateBody(
        uid=one.uid, name=one.name, subject=one.subject, text=one.text, shared=one.shared,
        owner=Ref(uid=one.owner, name=one.owner_name), rev=one.rev,
    )  # fmt: skip

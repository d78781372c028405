"""Introductions that were asked for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Literal

from pydantic import Field

from graphcrm.nodes import states
from graphcrm.queries.introductions.introduction import Introduction
from graphcrm.web.api.shapes.base import Page, PersonRef, Ref, Shape


class IntroductionBody(Shape):
    """One introduction: who was asked along which path, in which words, and what came of it."""

    uid: str
    rev: int = Field(description="one more with each change; If-Match takes it")
    state: Literal["asked", "accepted", "met", "declined"]
    asker: Ref = Field(description="the user who asked")
    knower: Ref = Field(description="the user who knows the first contact; another one than who asked, or the same")
    people: list[PersonRef] = Field(description="the contacts along the path; the last is the one to be reached")
    account: Ref
    language: Literal["en", "zh"] = Field(description="of the letters")
    subject: str | None
    note: str | None = Field(description="what asks whether the connector is willing")
    letter: str | None = Field(description="what the connector forwards")
    remark: str | None
    asked_on: date
    accepted_on: date | None
    met_on: date | None
    declined_on: date | None
    evidence: dict[str, Any] = Field(description="what the path rested on when it was asked for")
    created_at: datetime
    updated_at: datetime


class IntroductionList(Page[IntroductionBody]):
    """Introductions, the latest first."""


def introduction_body(one: Introduction) -> IntroductionBody:
    """One introduction."""
    fields = IntroductionBody.model_fields
    told = {name: one.props.get(name) for name in fields}
    people = [PersonRef(uid=uid, name=name, do_not_contact=asked_not) for uid, name, asked_not in one.people]
    ends = {name: Ref(uid=uid, name=called) for name, (uid, called) in _ends(one)}
    return IntroductionBody.model_validate(
        told | ends | {"people": people, "evidence": states.read(one.props["evidence"])}
    )


def introduction_list(rows: Iterable[Introduction], cursor: str | None) -> IntroductionList:
    """One page of introductions."""
    return IntroductionList(items=[introduction_body(one) for one in rows], next_cursor=cursor)


def _ends(one: Introduction) -> list[tuple[str, tuple[str, str]]]:
    return [("asker", one.asker), ("knower", one.knower), ("account", one.account)]

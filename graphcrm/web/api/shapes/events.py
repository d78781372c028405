"""Interactions, as one event each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from pydantic import Field

from graphcrm.nodes.edges import WORDS
from graphcrm.queries.interactions.parts import Part
from graphcrm.web.api.shapes.base import Ref, Shape


class MetContact(Ref):
    """A contact who took part."""

    employer: Ref | None = Field(description="where they worked on that day, the main job first; null: nowhere we know")


class EventBody(Shape):
    """An interaction: one event, with everybody who took part."""

    uid: str
    rev: int = Field(description="one more with each change; also the ETag")
    at: datetime
    channel: str
    direction: str = Field(description="out is ours to theirs")
    participants: int | None = Field(description="how many people took part")
    users: list[Ref]
    contacts: list[MetContact]
    leads: list[Ref]
    private: bool = Field(description="true where only its users see what was said")
    subject: str | None = Field(description="null where it is private, and you were not there")
    notes: str | None = Field(description="null where it is private, and you were not there")
    outcome: str | None = Field(description="null where it is private, and you were not there")
    topics: list[str]
    source: str | None = Field(description="the import or program that brought it")
    recorded_at: datetime | None
    recorded_by: str | None = Field(description="uid of the user who did")


class LoggedBody(EventBody):
    """An interaction that was just recorded."""

    task: str | None = Field(description="uid of the task that its next step is; null where none was asked for")


class EventRef(Shape):
    """An interaction that was made."""

    uid: str
    rev: int


class EventRefs(Shape):
    """Interactions that were made, in the order in which they were sent."""

    items: list[EventRef]


def event_body(parts: Sequence[Part], me: str) -> EventBody:
    """An event, of its pairs' parts, for a user; where they differ, the first one's fields stand for all."""
    first = parts[0].props
    props = {name: first.get(name) for name in EventBody.model_fields}
    private = any(part.props.get("private") for part in parts)
    if private and me not in {part.user for part in parts}:
        props |= dict.fromkeys(WORDS)
    contacts = {part.person: part for part in parts if part.type == "contact"}
    leads = {part.person: part.person_name for part in parts if part.type == "lead"}
    users = {part.user: part.user_name for part in parts}
    who = {
        "uid": parts[0].event,
        "rev": max(part.props.get("rev") or 1 for part in parts),
        "users": [{"uid": uid, "name": name} for uid, name in users.items()],
        "contacts": [_contact(part) for part in contacts.values()],
        "leads": [{"uid": uid, "name": name} for uid, name in leads.items()],
        "private": private,
        "topics": props.get("topics") or [],
    }
    return EventBody.model_validate(props | who)


def _contact(part: Part) -> dict[str, object]:
    employer = {"uid": part.employer, "name": part.employer_name} if part.employer else None
    return {"uid": part.person, "name": part.person_name, "employer": employer}

"""Everything that is kept about one person."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any, Literal

from pydantic import Field

from graphcrm.exporters.person import Person
from graphcrm.web.api.shapes.base import Shape

Part = dict[str, Any]


class LeftOutBody(Shape):
    """How many are told without their words, because they are private and you were not there."""

    interactions: int
    history: int = Field(description="revisions of such an interaction that somebody else has made")


class AuditTrailBody(Shape):
    """Which entries of the audit log name the person, this export among them."""

    entries: int = Field(description="how many")
    first_at: datetime | None
    last_at: datetime | None
    items: list[Part] | None = Field(description="the entries, the latest first; null unless you may read that log")


class PersonBody(Shape):
    """Everything that is kept about one person: each part with the properties that are stored, by name."""

    kind: Literal["contact", "lead"]
    uid: str
    made_at: datetime
    complete: bool = Field(description="true where you may see every record, every field and every word of this")
    words_left_out: LeftOutBody
    record: Part = Field(description="their fields, custom fields (x_…) among them; deleted_at: in the trash since")
    handles: list[Part] = Field(description="their addresses: kind, value, label, primary")
    jobs: list[Part] = Field(description="each with its account, earliest first, unknown starts before")
    links: list[Part] = Field(description="whom they report or are related `to`, and who does so to them (`from`)")
    interactions: list[Part] = Field(description="each of our users' part in one, earliest first")
    ratings: list[Part] = Field(description="how well each of us says to know them")
    ties: list[Part] = Field(description="who of us has met them: count, first_at and last_at; none in the trash")
    owners: list[Part] = Field(description="which of us they are and were assigned to")
    users: list[Part] = Field(description="the user of ours who they are")
    tags: list[Part] = Field(description="what they are tagged with")
    groups: list[Part] = Field(description="which groups they are in")
    stars: list[Part] = Field(description="who of us has starred them, to have them at hand")
    conversions: list[Part] = Field(description="what a lead became, or the lead that a contact was")
    attendance: list[Part] = Field(description="the campaigns that they were asked to or came to")
    moves: list[Part] = Field(description="moves that were recorded, with the accounts left and joined")
    introductions: list[Part] = Field(description="those asked for to them or by way of them, with the letters")
    tasks: list[Part] = Field(description="what is to be done about them, or was: with accounts, and whose it was")
    opportunities: list[Part] = Field(description="what they have a part in, with that, the account and whose it was")
    contracts: list[Part] = Field(description="what they have a part in, as of opportunities")
    orders: list[Part] = Field(description="what they have a part in, as of opportunities")
    service_requests: list[Part] = Field(description="what they have a part in, as of opportunities")
    history: list[Part] = Field(
        description="what was done to them, what hangs on them, their tasks and what they have a part in, latest first"
    )
    audit: AuditTrailBody


def person_body(person: Person) -> PersonBody:
    """The document."""
    return PersonBody.model_validate(asdict(person))

"""What ties people: interactions, who knows whom, who worked with whom."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

from pydantic import Field

from graphcrm.queries.colleagues.acquaintance import Acquaintance, Shared
from graphcrm.queries.colleagues.colleagues import Colleagues
from graphcrm.queries.contacts.interactions import Interaction
from graphcrm.queries.ties.tie import Tie
from graphcrm.web.api.shapes.base import AsOfPage, PersonRef, Ref, Shape, whole

Certainty = Literal["certain", "possible"]


class SharedBody(Shape):
    """One unbroken stretch in which two people may have worked at the same account."""

    account: Ref
    from_: date | None = Field(
        serialization_alias="from", description="its first day; null unless both starts are known"
    )
    to: date | None = Field(description="the first day no longer; null while both are still there")
    certain_days: int = Field(description="days together whatever the missing parts of the dates were")
    possible_days: int | None = Field(description="days together at most; null unless both starts are known")
    people: int | float = Field(description="how many people the smallest known shared unit holds")


class ColleagueItem(Shape):
    """Somebody a contact may have worked with."""

    contact: PersonRef
    strength: float = Field(description="0 to 1, at the account that says most")
    certainty: Certainty = Field(description="certain when every shared workplace has certain days")
    shared: list[SharedBody]


class ColleagueList(AsOfPage[ColleagueItem]):
    """Colleagues, strongest first."""


class TieEvidence(Shape):
    """What a tie rests on."""

    interactions: int
    first_at: datetime | None
    last_at: datetime | None
    channels: dict[str, int] = Field(description="how many interactions by channel")
    rating: int | None = Field(description="the user's own word on how well they know each other, 1 to 5")


class TieFactors(Shape):
    """What a tie's strength is made of."""

    out: float = Field(description="the decayed sum of what the user sent")
    in_: float = Field(serialization_alias="in", description="the decayed sum of what came back")
    floor: float = Field(description="the least the tie is, by the user's own word")


class KnownByItem(Shape):
    """One of us who knows a contact."""

    user: Ref
    strength: float = Field(description="0 to 1")
    evidence: TieEvidence
    factors: TieFactors


class KnownByList(AsOfPage[KnownByItem]):
    """Who of us knows a contact, strongest first."""

    model_version: str = Field(description="of the formulas behind strengths")


class InteractionItem(Shape):
    """One user's part in one event."""

    uid: str
    event: str = Field(description="one id for one meeting")
    at: datetime
    user: Ref
    channel: str
    direction: str = Field(description="out is ours to theirs")
    participants: int
    subject: str | None = Field(description="null where it is private")
    outcome: str | None = Field(description="null where it is private")
    topics: list[str] = Field(description="empty where it is private")
    employer: Ref | None = Field(description="where the contact worked on that day; null of leads")


class InteractionList(AsOfPage[InteractionItem]):
    """Interactions with a contact or a lead, latest first."""


def colleague_list(page: Colleagues, cursor: str | None, on: date) -> ColleagueList:
    """The colleagues of a contact."""
    items = [_colleague(person) for person in page.people]
    return ColleagueList(items=items, next_cursor=cursor, as_of=on)


def _colleague(person: Acquaintance) -> ColleagueItem:
    return ColleagueItem(
        contact=PersonRef(uid=person.colleague, name=person.colleague_name, do_not_contact=person.asked_not),
        strength=person.strength,
        certainty="certain" if person.certain else "possible",
        shared=[shared_body(part) for part in person.shared],
    )


def shared_body(part: Shared) -> SharedBody:
    """One stretch at one account."""
    return SharedBody(
        account=Ref(uid=part.account, name=part.account_name),
        from_=part.stretch.start,
        to=part.stretch.end,
        certain_days=part.stretch.certain_days,
        possible_days=part.stretch.possible_days,
        people=whole(part.people),
    )


def known_by_list(ties: Iterable[Tie], cursor: str | None, on: date, model_version: str) -> KnownByList:
    """Who of us knows a contact."""
    items = [known_by_item(tie) for tie in ties]
    return KnownByList(items=items, next_cursor=cursor, as_of=on, model_version=model_version)


def known_by_item(tie: Tie) -> KnownByItem:
    """One of us who knows a contact."""
    return KnownByItem(
        user=Ref(uid=tie.user, name=tie.user_name),
        strength=tie.strength,
        evidence=TieEvidence(
            interactions=tie.count,
            first_at=tie.first_at,
            last_at=tie.last_at,
            channels=tie.channels,
            rating=tie.rating,
        ),
        factors=TieFactors(out=tie.out, in_=tie.into, floor=tie.floor),
    )


def interaction_list(interactions: Iterable[Interaction], cursor: str | None, on: date) -> InteractionList:
    """Interactions with a contact."""
    return InteractionList(items=[_interaction(one) for one in interactions], next_cursor=cursor, as_of=on)


def _interaction(one: Interaction) -> InteractionItem:
    return InteractionItem(
        uid=one.uid,
        event=one.event,
        at=one.at,
        user=Ref(uid=one.user, name=one.user_name),
        channel=one.channel,
        direction=one.direction,
        participants=one.participants,
        subject=one.subject,
        outcome=one.outcome,
        topics=one.topics,
        employer=Ref(uid=one.employer, name=one.employer_name) if one.employer and one.employer_name else None,
    )

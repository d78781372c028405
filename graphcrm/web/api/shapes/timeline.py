"""What happened at an account."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from pydantic import Field

from graphcrm.queries.accounts.interactions import Interaction
from graphcrm.queries.accounts.turns import Turn
from graphcrm.web.api.shapes.base import AsOfPage, Ref, Shape
from graphcrm.web.asking.accounts import Happening


class MetThere(Shape):
    """An interaction, with those who took part who were there then."""

    event: str
    users: list[Ref]
    contacts: list[Ref]
    channel: str
    direction: str = Field(description="out is ours to theirs")
    participants: int
    private: bool
    subject: str | None = Field(description="null where it is private")
    outcome: str | None = Field(description="null where it is private")
    topics: list[str] = Field(description="empty where it is private")


class TurnBody(Shape):
    """Somebody came or left, or the account became somebody's."""

    kind: str = Field(description="came, left: a contact; owned, released: a user")
    entered: str = Field(description="the date as it was entered")
    who: Ref
    title: str | None
    other: Ref | None = Field(description="the account they came from or went to, where that is known")


class HappeningItem(Shape):
    """What happened at one moment: one of the two."""

    at: datetime
    interaction: MetThere | None
    turn: TurnBody | None


class TimelineList(AsOfPage[HappeningItem]):
    """What happened at an account, the latest first."""


def timeline_list(happenings: Iterable[Happening], cursor: str | None, on: date) -> TimelineList:
    """One page of what happened at an account."""
    items = [
        HappeningItem(
            at=one.at,
            interaction=_met(one.parts) if one.parts else None,
            turn=_turn(one.turn) if one.turn else None,
        )
        for one in happenings
    ]
    return TimelineList(items=items, next_cursor=cursor, as_of=on)


def _met(parts: Sequence[Interaction]) -> MetThere:
    first = parts[0]
    users = {part.user: part.user_name for part in parts}
    contacts = {part.contact: part.name for part in parts}
    return MetThere(
        event=first.event,
        users=[Ref(uid=uid, name=name) for uid, name in users.items()],
        contacts=[Ref(uid=uid, name=name) for uid, name in contacts.items()],
        channel=first.channel,
        direction=first.direction,
        participants=first.participants,
        private=first.private,
        subject=first.subject,
        outcome=first.outcome,
        topics=first.topics,
    )


def _turn(turn: Turn) -> TurnBody:
    other = Ref(uid=turn.other, name=turn.other_name or "") if turn.other else None
    who = Ref(uid=turn.who, name=turn.name)
    return TurnBody(kind=turn.kind, entered=turn.entered, who=who, title=turn.title, other=other)

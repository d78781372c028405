"""How a contact deals with us, for the API."""

from __future__ import annotations

from pydantic import Field

from graphcrm.activity import Answers, Level
from graphcrm.web.api.shapes.base import Ref, Shape
from graphcrm.web.asking.activity import Looked


class Counted(Shape):
    """Something, and in how many events it was."""

    name: str
    events: int


class Time(Shape):
    """A weekday or an hour, and how many events began then."""

    value: int = Field(description="a weekday, 1 (Monday) to 7, or an hour, 0 to 23")
    events: int


class AnswersBody(Shape):
    """How often one side was spoken to, and answered."""

    asked: int
    answered: int = Field(description="within 14 days")
    days: float | None = Field(description="the median of how long that took; null where nobody answered")


class WithBody(Shape):
    """Who answers whom between one of us and the contact."""

    user: Ref
    theirs: AnswersBody = Field(description="the contact's answers to the user")
    ours: AnswersBody = Field(description="the user's answers to the contact")


class ActivityBody(Shape):
    """How a contact deals with us, in the year before the day."""

    level: Level = Field(
        description="high: they took part in 6 events or more in the last 90 days; mid: in 2 or more; low: in fewer"
    )
    lately: int = Field(description="in how many events of the last 90 days they took part themselves")
    events: int = Field(description="all events of the year, those that they did not answer too")
    took_part: int = Field(description="in how many of these they took part themselves")
    channels: list[Counted] = Field(description="the most frequent first")
    topics: list[Counted] = Field(description="the five most frequent; those of private events are left out")
    weekday: Time | None = Field(description="on which they most often took part; null for fewer than 5 events")
    hour: Time | None = Field(description="in which they most often took part; null for fewer than 5 events")
    time_zone: str = Field(description="of weekday and hour: that of who asks")
    answers: list[WithBody] = Field(description="the five of us who had most to do with them")
    cut: bool = Field(description="whether only the latest 1,000 parts were looked at")


def activity_body(looked: Looked) -> ActivityBody:
    """The activity as the API tells it."""
    found = looked.activity
    return ActivityBody(
        level=found.level,
        lately=found.lately,
        events=found.events,
        took_part=found.took_part,
        channels=[Counted(name=name, events=events) for name, events in found.channels],
        topics=[Counted(name=name, events=events) for name, events in found.topics],
        weekday=Time(value=found.weekday[0] + 1, events=found.weekday[1]) if found.weekday else None,
        hour=Time(value=found.hour[0], events=found.hour[1]) if found.hour else None,
        time_zone=looked.zone.key,
        answers=[
            WithBody(user=Ref(uid=one.user, name=one.user_name), theirs=_answers(one.theirs), ours=_answers(one.ours))
            for one in found.answers
        ],
        cut=looked.cut,
    )


def _answers(found: Answers) -> AnswersBody:
    return AnswersBody(asked=found.asked, answered=found.answered, days=found.days)

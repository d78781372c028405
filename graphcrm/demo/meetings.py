"""What was said when: ties become meetings, calls and mails, some of them with several people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone

from graphcrm.demo.bundle import Bundle
from graphcrm.demo.dating import WORLD_DATE
from graphcrm.demo.dice import Dice
from graphcrm.demo.ties import Tie
from graphcrm.demo.words.talk import EVENTS, NOTES, NOTES_ZH, OUTCOMES, OUTCOMES_ZH, TOPICS, TOPICS_ZH

# Fixed offsets: a zone's rules may change between two Pythons' time zone data, and the world must not.
OFFSETS = {"north": -5, "south": 1, "east": 8}
CHANNELS = {"meeting": 12, "video": 13, "call": 19, "email": 46, "message": 8, "other": 2}
CHANNELS_ZH = {"meeting": 15, "video": 10, "call": 22, "email": 15, "message": 36, "other": 2}
DIRECTIONS = {
    "meeting": {"both": 1},
    "video": {"both": 1},
    "call": {"out": 45, "in": 25, "both": 30},
    "email": {"out": 46, "in": 42, "both": 12},
    "message": {"out": 45, "in": 45, "both": 10},
    "other": {"out": 1, "in": 1},
}
GATHERINGS = 34


@dataclass(slots=True, eq=False)
class Event:
    """One meeting, call or mail: a row per user and contact (or lead) who took part."""

    at: datetime
    users: list[str]
    contacts: list[str]
    channel: str
    direction: str
    subject: str
    topics: str = ""
    notes: str = ""
    outcome: str = ""
    participants: int | None = None
    private: bool = False
    day_only: bool = False
    leads: list[str] = field(default_factory=list)


def make_events(dice: Dice, ties: list[Tie]) -> Iterator[Event]:
    """One event per day of each tie; others of the same user and account sit in on some of them."""
    together: dict[tuple[str, str], list[Tie]] = {}
    for tie in ties:
        together.setdefault((tie.user, tie.account.uid), []).append(tie)
    for tie in ties:
        for day in tie.days:
            event = _event(dice, tie, day)
            if event.channel in {"meeting", "video"} and event.direction == "both":
                _join(dice, event, day, tie, together)
            if dice.chance(60) or len(event.contacts) > 1:
                event.participants = len(event.users) + len(event.contacts) + (1 if dice.chance(8) else 0)
            yield event


def _event(dice: Dice, tie: Tie, day: date) -> Event:
    chinese = tie.person.chinese
    channel = dice.weighted(CHANNELS_ZH if chinese else CHANNELS)
    direction = dice.weighted(DIRECTIONS[channel])
    if tie.shape == "one-sided":
        channel, direction = dice.weighted({"email": 4, "call": 1}), "out"
    topic, subjects = dice.pick(TOPICS_ZH if chinese else TOPICS)
    event = Event(moment(dice, day, tie.account.place.territory), [tie.user], [tie.person.uid], channel, direction,
                  dice.pick(subjects), topic, private=dice.chance(1.5), day_only=dice.chance(2))  # fmt: skip
    if dice.chance(16):
        event.notes = dice.pick(NOTES_ZH if chinese else NOTES)
    if dice.chance(12):
        event.outcome = dice.pick(OUTCOMES_ZH if chinese else OUTCOMES)
    return event


def moment(dice: Dice, day: date, territory: str) -> datetime:
    """A time in the office hours of that day, where the territory's team sits."""
    clock = time(8 + dice.below(10), 5 * dice.below(12), tzinfo=timezone(timedelta(hours=OFFSETS[territory])))
    return datetime.combine(day, clock)


def _join(dice: Dice, event: Event, day: date, tie: Tie, together: dict[tuple[str, str], list[Tie]]) -> None:
    others = [t for t in together[tie.user, tie.account.uid] if t is not tie and t.first <= day <= t.last]
    if dice.chance(26):
        event.contacts += [t.person.uid for t in dice.some(others, dice.between(1, 3))]
        event.contacts = list(dict.fromkeys(event.contacts))
    helpers = [user for user, account in together if account == tie.account.uid and user != tie.user]
    if helpers and dice.chance(14):
        event.users.append(dice.pick(helpers))


def gatherings(dice: Dice, ties: list[Tie]) -> Iterator[Event]:
    """User days and fairs: so many people that being there says nothing about any two of them."""
    for n in range(GATHERINGS):
        territory = ("north", "south", "east")[n % 3]
        day = dice.day(date(2022, 1, 10), WORLD_DATE - timedelta(days=10))
        guests = [t for t in ties if t.account.place.territory == territory and t.first <= day <= t.last]
        contacts = list(dict.fromkeys(t.person.uid for t in dice.some(guests, dice.between(9, 24))))
        hosts = list(dict.fromkeys(t.user for t in dice.some(guests, 3)))
        if len(contacts) + len(hosts) > 10:  # noqa: PLR2004  (from ten on, nobody's tie grows)
            name = dice.pick(EVENTS)[territory == "east"]
            yield Event(moment(dice, day, territory), hosts, contacts, "event", "both", f"{name} {day.year}",
                        participants=len(contacts) + len(hosts) + dice.between(0, 60))  # fmt: skip


def add_events(bundle: Bundle, events: Iterable[Event]) -> None:
    """Write events in order of time; those of one moment stay in the order they came."""
    for n, event in enumerate(sorted(events, key=lambda e: e.at)):
        for user in event.users:
            for column, uids in (("contact_id", event.contacts), ("lead_id", event.leads)):
                for uid in uids:
                    _add_row(bundle, f"i{n + 1:05}", event, {"user_id": user, column: uid})


def _add_row(bundle: Bundle, uid: str, event: Event, pair: dict[str, str]) -> None:
    bundle.add(
        "interactions",
        interaction_id=uid, occurred_at=event.at.date() if event.day_only else event.at.isoformat(),
        channel=event.channel, direction=event.direction, participants=event.participants, subject=event.subject,
        notes=event.notes, outcome=event.outcome, topics=event.topics, private=True if event.private else "", **pair,
    )  # fmt: skip

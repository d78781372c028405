"""Leads, tasks, who owns what, and the users' own word on how well they know somebody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from graphcrm.demo.accounts import OWNERS, Account
from graphcrm.demo.bundle import Bundle
from graphcrm.demo.dating import WORLD_DATE
from graphcrm.demo.dice import Dice
from graphcrm.demo.meetings import Event, moment
from graphcrm.demo.people import Person, Registry
from graphcrm.demo.spelling import folded
from graphcrm.demo.ties import BEGAN, Tie
from graphcrm.demo.words.talk import (
    ASSIGN_REASONS,
    END_REASONS,
    LEAD_NOTES,
    LEAD_NOTES_ZH,
    LEAD_SOURCES,
    OUTCOMES,
    OUTCOMES_ZH,
    TOPICS,
    TOPICS_ZH,
)
from graphcrm.demo.words.titles import LADDERS
from graphcrm.demo.words.trades import NAME_HEADS, NAME_HEADS_ZH, NAME_TAILS, NAME_TAILS_ZH

LEADS = 245
TASKS = 180
TASK_KINDS = {"call": 40, "email": 30, "meeting": 15, "message": 10, "other": 5}
STATUSES = {"new": 38, "contacted": 30, "qualified": 14, "ignored": 18}
YESTERDAY = WORLD_DATE - timedelta(days=1)


def add_leads(bundle: Bundle, dice: Dice, registry: Registry, accounts: list[Account]) -> list[Event]:
    """Write leads and who has had them; give back what was said to them."""
    events: list[Event] = []
    for n in range(LEADS):
        near = dice.pick(accounts)
        person = registry.person(f"l{n + 1:03}", chinese=near.chinese)
        person.phone = registry.number(near.place) if dice.chance(55) else ""
        status = dice.weighted(STATUSES)
        _add_lead(bundle, dice, person, near, status)
        owner = _assign_lead(bundle, dice, person.uid, near, status)
        if owner and status != "new":
            events += _touches(dice, owner, person, near)
    return events


def _add_lead(bundle: Bundle, dice: Dice, person: Person, near: Account, status: str) -> None:
    known = dice.chance(25)  # somebody at a company that we have as an account already
    company = near.name if known else _company(dice, chinese=near.chinese)
    domain = near.domain if known and near.domain else f"lead-{person.uid}.example"
    local = ".".join(person.latin) or folded(person.name)
    ladder = dice.pick(LADDERS)
    bundle.add(
        "leads",
        lead_id=person.uid, name=person.name, company_name=company if dice.chance(92) else "",
        title=dice.pick(ladder.titles_zh if near.chinese else ladder.titles) if dice.chance(75) else "",
        email=f"{local}@{domain}" if dice.chance(80) else "", phone=person.phone,
        source_channel=dice.pick(LEAD_SOURCES), status=status,
        description=dice.pick(LEAD_NOTES_ZH if near.chinese else LEAD_NOTES) if dice.chance(60) else "",
    )  # fmt: skip


def _company(dice: Dice, *, chinese: bool) -> str:
    if chinese:
        return dice.pick(NAME_HEADS_ZH)[0] + dice.pick(NAME_TAILS_ZH)[0] + dice.pick(("科技", "实业", "贸易"))
    return dice.pick(NAME_HEADS) + dice.pick(NAME_TAILS) + dice.pick((" Group", " & Sons", " Works"))


def _assign_lead(bundle: Bundle, dice: Dice, uid: str, near: Account, status: str) -> str:
    """Who owns the lead now, or had it last; empty when it never left the pool."""
    if dice.chance(55 if status == "new" else 12):
        return ""
    user = dice.weighted(OWNERS[near.place.territory])
    start = dice.day(date(2026, 2, 1), date(2026, 10, 20))
    released = dice.chance(60 if status == "ignored" else 20)
    end = dice.day(start + timedelta(days=5), YESTERDAY) if released else None
    reason = dice.pick(END_REASONS[:2]) if released else dice.pick(ASSIGN_REASONS[:2])
    _assign(bundle, ("lead", uid), user, (start, end), reason)
    return user


def _touches(dice: Dice, user: str, person: Person, near: Account) -> Iterator[Event]:
    for _ in range(dice.small(1, 4)):
        day = dice.day(date(2026, 2, 1), YESTERDAY)
        topic, subjects = dice.pick(TOPICS_ZH if near.chinese else TOPICS)
        channel, direction = dice.weighted({("call", "out"): 4, ("email", "out"): 4, ("email", "in"): 3})
        at = moment(dice, day - timedelta(days=max(0, day.weekday() - 4)), near.place.territory)
        yield Event(at, [user], [], channel, direction, dice.pick(subjects), topic, leads=[person.uid])


def add_tasks(bundle: Bundle, dice: Dice, ties: list[Tie]) -> None:
    """Write what users had to do about those they deal with, and have to do still."""
    for n, tie in enumerate(dice.some(ties, TASKS)):
        chinese = tie.person.chinese
        topics, outcomes = (TOPICS_ZH, OUTCOMES_ZH) if chinese else (TOPICS, OUTCOMES)
        _, subjects = dice.pick(topics)
        due = dice.day(WORLD_DATE - timedelta(days=200), WORLD_DATE + timedelta(days=200))
        done = due < WORLD_DATE and dice.chance(90)
        repeats = dice.weighted({"": 85, "month": 10, "year": 5}) if not done else ""
        at = moment(dice, due, tie.account.place.territory).isoformat()
        bundle.add(
            "tasks", task_id=f"t{n + 1:03}", name=f"{dice.pick(subjects)}{'：' if chinese else ': '}{tie.person.name}",
            kind=dice.weighted(TASK_KINDS), priority=dice.weighted({"": 60, "high": 15, "normal": 20, "low": 5}),
            due_on=due, due_time=dice.pick(("09:30", "14:00", "16:15")) if dice.chance(15) else "", repeats=repeats,
            status="done" if done else "open", done_at=at if done else "", outcome=dice.pick(outcomes) if done else "",
            about_contacts=tie.person.uid, about_accounts=tie.account.uid if dice.chance(60) else "",
        )  # fmt: skip
        made = min(YESTERDAY, due - timedelta(days=dice.between(3, 40)))
        _assign(bundle, ("task", f"t{n + 1:03}"), tie.user, (made, None), "")


def add_assignments(bundle: Bundle, dice: Dice, accounts: list[Account], ties: list[Tie]) -> None:
    """Write who owns the accounts, some of them after somebody else, and a few contacts."""
    for account in accounts:
        if not account.owner:
            continue
        start = dice.day(BEGAN, date(2025, 6, 30))
        if dice.chance(22):
            users = {user: weight for user, weight in OWNERS[account.place.territory].items() if user != account.owner}
            handed_over = dice.day(start + timedelta(days=120), date(2026, 8, 31))
            _assign(bundle, ("account", account.uid), dice.weighted(users), (start, handed_over), END_REASONS[2])
            start = handed_over
        _assign(bundle, ("account", account.uid), account.owner, (start, None), dice.pick(ASSIGN_REASONS))
    owned = {tie.person.uid: tie for tie in ties if len(tie.days) > 20}  # noqa: PLR2004  (the busiest ties)
    for uid, tie in owned.items():
        if dice.chance(40):
            _assign(bundle, ("contact", uid), tie.user, (tie.first, None), ASSIGN_REASONS[0])


def _assign(bundle: Bundle, record: tuple[str, str], user: str, span: tuple[date, date | None], reason: str) -> None:
    bundle.add(
        "assigned_to", record_kind=record[0], record_id=record[1], user_id=user, start_date=span[0], end_date=span[1],
        reason=reason,
    )  # fmt: skip


def add_ratings(bundle: Bundle, dice: Dice, ties: list[Tie]) -> None:
    """Write what users say of their ties: more for the busy ones, but not always what the dates say."""
    rated: dict[tuple[str, str], tuple[int, date]] = {}
    for tie in ties:
        if dice.chance(24):
            value = min(5, max(1, 2 + len(tie.days) // 14 + dice.between(-1, 1)))
            rated[tie.user, tie.person.uid] = value, dice.day(max(tie.first, date(2023, 1, 1)), YESTERDAY)
    for (user, uid), (value, day) in rated.items():
        at = datetime.combine(day, time(16, 30), tzinfo=UTC)
        bundle.add("ratings", user_id=user, contact_id=uid, value=value, at=at.isoformat())

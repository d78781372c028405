"""Which user deals with whom, from when to when, and how it goes: steady, growing, fading, cold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from graphcrm.demo.accounts import OWNERS, Account
from graphcrm.demo.dating import WORLD_DATE
from graphcrm.demo.dice import Dice
from graphcrm.demo.jobs import Job
from graphcrm.demo.people import Person

BEGAN = date(2019, 3, 1)  # our books go no further back
YESTERDAY = WORLD_DATE - timedelta(days=1)
DAYS = 21_200  # with those who sit in, the crowds and the leads, about 25,000 interactions
NEGLECTED = 12  # percent of the customers with whom nobody has spoken for months
_A_WHILE = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Plan:
    """What dealing with an account of one lifecycle is like."""

    people: tuple[int, int]  # how many of its people the owner deals with
    times: tuple[int, int]  # how often with each compared with others, few rather than many
    shapes: dict[str, int]


PLANS = {
    "loyal": Plan((8, 18), (6, 110), {"steady": 60, "growing": 25, "fading": 15}),
    "customer": Plan((4, 10), (4, 73), {"steady": 42, "growing": 20, "fading": 20, "cold": 18}),
    "prospect": Plan((1, 4), (1, 20), {"growing": 40, "steady": 25, "fading": 20, "one-sided": 15}),
    "lead": Plan((0, 1), (1, 5), {"one-sided": 60, "steady": 40}),
    "lost": Plan((2, 5), (3, 40), {"cold": 70, "fading": 30}),
}


@dataclass(slots=True, eq=False)
class Tie:
    """A user and a contact who deal with each other about one account, on some days."""

    user: str
    person: Person
    account: Account
    first: date
    last: date
    shape: str
    times: int
    days: list[date] = field(default_factory=list)


def make_ties(dice: Dice, accounts: list[Account], staff: dict[str, list[Job]]) -> list[Tie]:
    """All ties, with as many days between them as the world is to have."""
    ties = list(_all_ties(dice, accounts, staff))
    total = sum(tie.times for tie in ties)
    for tie in ties:
        times = max(1, tie.times * DAYS // total)
        tie.days = sorted(_weekday(_moment(dice, tie.first, tie.last, tie.shape)) for _ in range(times))
    return ties


def _all_ties(dice: Dice, accounts: list[Account], staff: dict[str, list[Job]]) -> Iterator[Tie]:
    """The ties of every owner, and of colleagues who help with the larger customers."""
    for account in accounts:
        plan, users = PLANS[account.lifecycle], OWNERS[account.place.territory]
        owner = account.owner or dice.weighted(users)
        until = YESTERDAY
        if account.lifecycle == "customer" and dice.chance(NEGLECTED):
            until -= timedelta(days=dice.between(210, 480))
        jobs = [job for job in staff.get(account.uid, []) if job.until > BEGAN + _A_WHILE and job.start < until]
        yield from _ties_of(dice, owner, jobs, dice.between(*plan.people), until)
        if account.lifecycle in {"loyal", "customer"}:
            helper = dice.weighted({user: weight for user, weight in users.items() if user != owner})
            yield from _ties_of(dice, helper, jobs, dice.between(0, 4), until)


def _ties_of(dice: Dice, user: str, jobs: list[Job], count: int, until: date) -> Iterator[Tie]:
    people = {job.person.uid: job for job in jobs}
    for job in dice.some(list(people.values()), count):
        yield _tie(dice, user, job, until)


def _tie(dice: Dice, user: str, job: Job, until: date) -> Tie:
    plan = PLANS[job.account.lifecycle]
    shape = dice.weighted(plan.shapes)
    first = dice.day(max(job.start, BEGAN), max(job.start, job.until - timedelta(days=60)))
    last = job.until - timedelta(days=1)
    if job.end is not None and dice.chance(30):
        last += timedelta(days=dice.between(60, 1000))  # in touch although the contact has left: the champion who moved
    if shape == "cold":
        until = min(until, WORLD_DATE - timedelta(days=dice.between(260, 700)))
    last = min(last, until)
    return Tie(user, job.person, job.account, min(first, last), last, shape, dice.small(*plan.times))


def _moment(dice: Dice, first: date, last: date, shape: str) -> date:
    """A day between two others: a growing tie has more of the later ones, a fading one of the earlier."""
    one, other = dice.day(first, last), dice.day(first, last)
    return {"growing": max(one, other), "fading": min(one, other)}.get(shape, one)


def _weekday(day: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))

"""Hypothesis strategies: small worlds that import without a refused row, and questions about them.

Dates come from a small pool, so that the boundaries of stints, interactions and as-of days coincide often.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone

from hypothesis import strategies as st

from . import brute
from .world import Account, Contact, Interaction, Job, Rating, User, World

DAYS = tuple(
    date.fromisoformat(text)
    for text in (
        "2015-12-31",
        "2016-01-01",
        "2016-02-29",
        "2016-03-01",
        "2016-05-01",
        "2016-05-17",
        "2016-06-01",
        "2016-12-31",
        "2017-01-01",
        "2017-06-01",
        "2018-01-01",
        "2018-05-17",
        "2018-06-01",
        "2019-12-31",
        "2020-01-01",
    )
)
TODAYS = tuple(day for day in DAYS if day.year >= 2018)
STARTS = (*map(str, DAYS), "2016-02", "2016-05", "2016-12", "2017", "2016", "2018-05", "2014", "2010-01-01")
ENDS = (*map(str, DAYS), "2016-02", "2016-05", "2016-12", "2016", "2017", "2018-05", "2019", "2021-01-01")
DEPARTMENTS = (None, None, "", "Sales", "SALES", " sales ", "R&D", "Straße", "STRASSE")
ROLES = (None, "decision_maker", "influencer", "buyer", "user", "gatekeeper", "other")
JOB_KINDS = ("employee", "employee", "employee", "board", "advisor", "contractor", "founder")
BANDS = (None, None, "1-10", "11-50", "51-200", "10001+")
COUNTS = (None, None, 1, 12, 50, 51, 1200, 50000)
CHANNELS = ("meeting", "video", "call", "email", "message", "event", "other")
GROUPS = (2, 2, 2, 3, 5, 9, 10, 40)
ZONES = tuple(timezone(timedelta(minutes=minutes)) for minutes in (0, 480, -300, 345, -570, 840))
TIMES_OF_DAY = tuple(
    timedelta(seconds=seconds) for seconds in (-7200, -1, 0, 1, 7200, 43200)
)  # around midnight UTC of the day


@dataclass(frozen=True)
class Sizes:
    """How many of each; independent numbers make worlds where hardly anybody meets, so three in four are DENSE."""

    accounts: st.SearchStrategy[int]
    contacts: st.SearchStrategy[int]
    jobs: st.SearchStrategy[int]
    events: st.SearchStrategy[int]


DENSE = Sizes(st.integers(2, 3), st.integers(3, 6), st.integers(6, 14), st.integers(2, 10))
WIDE = Sizes(st.integers(2, 5), st.integers(2, 9), st.integers(0, 14), st.integers(0, 10))


@dataclass(frozen=True)
class Scenario:
    """A world and a point of view; `as_of` None is now."""

    world: World
    as_of: date | None
    now: datetime


@dataclass(frozen=True)
class Question:
    """Everything warm_paths takes: `brute.warm_paths(**question.arguments())`."""

    world: World
    account: str
    users: tuple[str, ...] | None
    as_of: date | None
    now: datetime
    kinds: tuple[str, ...]
    max_unit: int
    min_score: float | None

    def arguments(self) -> dict:
        return dict(self.__dict__)


# --- worlds ----------------------------------------------------------------------------------------------------------


@st.composite
def worlds(draw: st.DrawFn, *, inactive_users: bool = False) -> World:
    """With `inactive_users` some are not active, which a bundle cannot say."""
    sizes = draw(st.sampled_from((DENSE, DENSE, DENSE, WIDE)))
    accounts = draw(account_lists(sizes))
    contacts = tuple(Contact(f"C{n}", f"Contact {n} 联系人") for n in range(1, draw(sizes.contacts) + 1))
    users = draw(user_lists(contacts, inactive_users=inactive_users))
    today = draw(st.sampled_from(TODAYS))
    return World(
        accounts=accounts,
        contacts=contacts,
        users=users,
        jobs=draw(job_lists(sizes, accounts, contacts, today)),
        interactions=draw(interaction_lists(sizes, users, contacts)),
        ratings=draw(rating_lists(users, contacts)),
        today=today,
    )


@st.composite
def account_lists(draw: st.DrawFn, sizes: Sizes) -> tuple[Account, ...]:
    """Two to five; the last is a placeholder in one of four lists."""
    count = draw(sizes.accounts)
    accounts = [
        Account(
            uid=f"A{n}",
            name=f"Account {n}, Ltd",
            employee_count=draw(st.sampled_from(COUNTS)),
            size_band=draw(st.sampled_from(BANDS)),
        )
        for n in range(1, count + 1)
    ]
    if draw(st.sampled_from((False, False, False, True))):
        accounts[-1] = replace(accounts[-1], name="Freelance", placeholder=True)
    return tuple(accounts)


@st.composite
def user_lists(draw: st.DrawFn, contacts: Sequence[Contact], *, inactive_users: bool) -> tuple[User, ...]:
    """One to three; some have a contact record of their own, no two the same one."""
    own = draw(st.permutations([contact.uid for contact in contacts]))
    users = []
    for n in range(1, draw(st.integers(1, 3)) + 1):
        active = not inactive_users or draw(st.sampled_from((True, True, False)))
        has_record = n <= len(own) and draw(st.sampled_from((False, False, True)))
        users.append(User(f"U{n}", f"User {n}", active, own[n - 1] if has_record else None))
    return tuple(users)


@st.composite
def job_lists(
    draw: st.DrawFn, sizes: Sizes, accounts: Sequence[Account], contacts: Sequence[Contact], today: date
) -> tuple[Job, ...]:
    """Up to fourteen; half of those after the first follow an earlier one of the same person."""
    jobs: list[Job] = []
    for n in range(1, draw(sizes.jobs) + 1):
        job = draw(single_jobs(f"J{n}", accounts, contacts, today))
        if jobs and draw(st.booleans()):
            job = draw(following(draw(st.sampled_from(jobs)), job))
        job = importable(job)
        jobs.append(replace(job, primary=job.primary and not clashes(job, jobs)))
    return tuple(jobs)


@st.composite
def single_jobs(
    draw: st.DrawFn, uid: str, accounts: Sequence[Account], contacts: Sequence[Contact], today: date
) -> Job:
    end = draw(st.none() | st.sampled_from(ENDS))
    return Job(
        uid=uid,
        contact=draw(st.sampled_from(contacts)).uid,
        account=draw(st.sampled_from(accounts)).uid,
        title=f"Title {uid}",  # different everywhere: equal rows with different ids would be one stint to an import
        department=draw(st.sampled_from(DEPARTMENTS)),
        role=draw(st.sampled_from(ROLES)),
        kind=draw(st.sampled_from(JOB_KINDS)),
        primary=draw(st.sampled_from((False, False, True))),
        start=draw(st.none() | st.sampled_from(STARTS)),
        end=end,
        end_status="ended" if end else draw(st.sampled_from(("ongoing", "ongoing", "ended"))),
        verified_on=draw(st.sampled_from([day for day in DAYS if day <= today])),
    )


@st.composite
def following(draw: st.DrawFn, earlier: Job, job: Job) -> Job:
    """The job, tied to an earlier one of the same person: a touching stint, a return or overlap, or a move."""
    touching = earlier.end if earlier.end in STARTS else job.start
    same_person = replace(job, contact=earlier.contact)
    return draw(
        st.sampled_from(
            (
                replace(same_person, account=earlier.account, start=touching),
                replace(same_person, account=earlier.account),
                replace(same_person, start=touching),
                replace(job, account=earlier.account, start=earlier.start),
            )
        )
    )


def importable(job: Job) -> Job:
    """The job, without the end that an import would refuse."""
    b = brute.bounds(job)
    return replace(job, end=None, end_status="ongoing") if b.end_max <= b.start_min else job


def clashes(job: Job, others: Sequence[Job]) -> bool:
    """Whether a primary stint of the same person possibly holds on the same day."""
    b = brute.bounds(job)
    primary = [brute.bounds(other) for other in others if other.primary and other.contact == job.contact]
    return any(max(b.start_min, o.start_min) < min(b.end_max, o.end_max) for o in primary)


@st.composite
def interaction_lists(
    draw: st.DrawFn, sizes: Sizes, users: Sequence[User], contacts: Sequence[Contact]
) -> tuple[Interaction, ...]:
    """Up to twenty rows: events of one to four pairs each, one row per pair."""
    pairs = [(user.uid, contact.uid) for user in users for contact in contacts]
    rows: list[Interaction] = []
    for n in range(1, draw(sizes.events) + 1):
        present = draw(st.lists(st.sampled_from(pairs), min_size=1, max_size=4, unique=True))
        event = Interaction(
            id=f"E{n}",
            user="",
            contact="",
            at=draw(instants()),
            channel=draw(st.sampled_from(CHANNELS)),
            direction=draw(st.sampled_from(("out", "in", "both"))),
            participants=draw(st.sampled_from(GROUPS)),
        )
        rows += [replace(event, user=user, contact=contact) for user, contact in present]
    return tuple(rows[:20])


@st.composite
def rating_lists(draw: st.DrawFn, users: Sequence[User], contacts: Sequence[Contact]) -> tuple[Rating, ...]:
    """Up to five, one per user and contact."""
    pairs = [(user.uid, contact.uid) for user in users for contact in contacts]
    rated = draw(st.lists(st.sampled_from(pairs), max_size=5, unique=True))
    return tuple(Rating(user, contact, draw(st.integers(1, 5)), draw(instants())) for user, contact in rated)


@st.composite
def instants(draw: st.DrawFn) -> datetime:
    """Near midnight UTC of a day of the pool, written in one of several zones."""
    day = draw(st.sampled_from(DAYS))
    at = datetime.combine(day, time(), UTC) + draw(st.sampled_from(TIMES_OF_DAY))
    return at.astimezone(draw(st.sampled_from(ZONES)))


# --- questions -------------------------------------------------------------------------------------------------------


def as_of_days() -> st.SearchStrategy[date | None]:
    """The later half twice as often: little is to be seen from the earliest days."""
    return st.none() | st.sampled_from(DAYS + DAYS[len(DAYS) // 2 :])


@st.composite
def nows(draw: st.DrawFn, today: date) -> datetime:
    moment = draw(st.sampled_from((time(0, 0), time(0, 0, 1), time(2), time(9, 30), time(23, 59, 59))))
    return datetime.combine(today, moment, UTC)


@st.composite
def scenarios(draw: st.DrawFn, *, inactive_users: bool = False) -> Scenario:
    world = draw(worlds(inactive_users=inactive_users))
    return Scenario(world, draw(as_of_days()), draw(nows(world.today)))


@st.composite
def questions(draw: st.DrawFn, *, inactive_users: bool = False) -> Question:
    scenario = draw(scenarios(inactive_users=inactive_users))
    world = scenario.world
    users = [user.uid for user in world.users]
    return Question(
        world=world,
        account=draw(st.sampled_from(sorted({job.account for job in world.jobs}) or [world.accounts[0].uid])),
        users=draw(st.none() | st.lists(st.sampled_from(users), min_size=1, unique=True).map(tuple)),
        as_of=scenario.as_of,
        now=scenario.now,
        kinds=draw(st.sampled_from((*[brute.KINDS] * 5, *((kind,) for kind in brute.KINDS)))),
        max_unit=draw(st.sampled_from((500, 500, 0, 0, 3, 5))),
        min_score=draw(st.sampled_from((0, 0, None, 0.0123))),
    )

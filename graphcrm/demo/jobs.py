"""What people did where they were: titles that rise, departments, promotions, and seats beside the job."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from graphcrm.demo.accounts import Account
from graphcrm.demo.bundle import Bundle
from graphcrm.demo.careers import Market, Stay
from graphcrm.demo.dating import WORLD_DATE, earliest, latest, verified, written
from graphcrm.demo.dice import Dice
from graphcrm.demo.people import Person
from graphcrm.demo.words.titles import (
    ADVISOR,
    BOARD,
    CONSULTANT,
    DECIDING_RUNG,
    FOUNDER,
    LADDERS,
    LECTURER,
    TOP_RUNG,
    Ladder,
)

LADDER_WEIGHTS = dict(zip(LADDERS, (18, 24, 16, 12, 8, 8, 9, 5), strict=True))
CEILINGS = {1: 26, 2: 36, 3: 28, TOP_RUNG: 10}  # how far somebody will ever rise
FOUNDERS_AT_MOST = 60  # in larger companies the founders have long been bought out


class Climber(NamedTuple):
    """A person, their trade, and how far they will ever rise in it."""

    person: Person
    ladder: Ladder
    ceiling: int


@dataclass(slots=True, eq=False)
class Job:
    """One row of works_at.csv, with the true dates beside what was written down."""

    person: Person
    account: Account
    title: str
    start: date
    end: date | None
    department: str = ""
    role: str = ""
    kind: str = "employee"
    main: bool = True
    rung: int = 0
    start_text: str = ""
    end_text: str = ""
    verified: date = WORLD_DATE
    primary: bool = False

    @property
    def until(self) -> date:
        """The first day no longer there, or the world's today."""
        return self.end or WORLD_DATE


def make_jobs(dice: Dice, market: Market, person: Person, stays: list[Stay]) -> list[Job]:
    """All jobs of a person, the main line first in order of time, then what was beside it."""
    climber = Climber(person, dice.weighted(LADDER_WEIGHTS), dice.weighted(CEILINGS))
    jobs: list[Job] = []
    rung = 0
    for stay in stays:
        years = (stay.start - person.of_age).days // 365 + dice.between(-3, 3)
        rung = min(climber.ceiling, max(rung, years // 5))
        jobs += _climb(dice, climber, stay, rung)
        rung = max(rung, jobs[-1].rung)
    jobs += _beside(dice, market, jobs)
    _write_dates(dice, jobs)
    return jobs


def _climb(dice: Dice, climber: Climber, stay: Stay, rung: int) -> Iterator[Job]:
    """The jobs of one stay: a promotion ends one and begins the next on the same day."""
    kind, ceiling = _kind(dice, stay, climber.ceiling), climber.ceiling
    start, end = stay.start, stay.end or WORLD_DATE
    while kind == "employee" and rung < ceiling and (end - start).days > 700 and dice.chance(48):  # noqa: PLR2004  (two years)
        step = dice.day(start + timedelta(days=400), end - timedelta(days=150))
        yield _job(dice, climber, Stay(stay.account, start, step), rung, kind)
        start, rung = step, rung + 1
    yield _job(dice, climber, Stay(stay.account, start, stay.end), rung, kind)


def _kind(dice: Dice, stay: Stay, ceiling: int) -> str:
    if stay.account.placeholder or dice.chance(4):
        return "contractor"
    founds = ceiling == TOP_RUNG and stay.account.employees <= FOUNDERS_AT_MOST and dice.chance(45)
    return "founder" if founds else "employee"


def _job(dice: Dice, climber: Climber, stay: Stay, rung: int, kind: str) -> Job:
    person, ladder, chinese = climber.person, climber.ladder, climber.person.chinese
    title = (ladder.titles_zh if chinese else ladder.titles)[rung]
    job = Job(person, stay.account, title, stay.start, stay.end, kind=kind, rung=rung)
    if stay.account.placeholder:
        job.title = CONSULTANT[chinese]
        return job
    if kind == "founder":
        job.title, job.role, job.rung = FOUNDER[chinese], "decision_maker", TOP_RUNG
    else:
        job.role = _role(dice, ladder, rung)
        job.department = (ladder.department_zh if chinese else ladder.department) if dice.chance(90) else ""
    return job


def _role(dice: Dice, ladder: Ladder, rung: int) -> str:
    if rung >= DECIDING_RUNG:
        return dice.weighted({"decision_maker": 75, "influencer": 25})
    return dice.weighted({ladder.low_role: 70, "influencer": 8, "user": 8, "other": 6, "": 8})


def _beside(dice: Dice, market: Market, jobs: list[Job]) -> Iterator[Job]:
    """Board seats and advice of people who have risen, and now and then a lecture: concurrent with the main job."""
    last = jobs[-1]
    first_day, last_day = last.start + timedelta(days=60), last.until - timedelta(days=60)
    if first_day >= last_day or last.account.placeholder:
        return
    if last.rung >= DECIDING_RUNG and dice.chance(22):
        (title, kind) = dice.weighted({(BOARD, "board"): 6, (ADVISOR, "advisor"): 4})
    elif dice.chance(1.5):
        title, kind = LECTURER, "employee"
    else:
        return
    account = market.another(last.account, [job.account for job in jobs])
    if account is not None:
        start = dice.day(first_day, last_day)
        end = dice.day(start + timedelta(days=30), last_day + timedelta(days=30)) if dice.chance(25) else None
        role = "influencer" if kind != "employee" else "other"
        yield Job(last.person, account, title[last.person.chinese], start, end, role=role, kind=kind, main=False)


def _write_dates(dice: Dice, jobs: list[Job]) -> None:
    accounts = [job.account for job in jobs]
    for n, job in enumerate(jobs):
        promoted_into = n > 0 and job.main and jobs[n - 1].end == job.start and jobs[n - 1].account is job.account
        promoted_from = jobs[n + 1 :] != [] and jobs[n + 1].start == job.end and jobs[n + 1].account is job.account
        job.verified = verified(dice, job.start, job.end)
        # Two coarse dates at a promotion would make one person's two jobs overlap: the company told us the day.
        job.start_text = job.start.isoformat() if promoted_into else written(dice, job.start)
        if job.end is not None:
            job.end_text = job.end.isoformat() if promoted_from else written(dice, job.end)
            if accounts.count(job.account) == 1 and dice.chance(16 if job is jobs[-1] else 2):
                job.end_text = ""  # we only heard that they had left
    if dice.chance(2):
        jobs[0].start_text = ""
    _mark_primary([job for job in jobs if job.main])


def _mark_primary(main: list[Job]) -> None:
    """At most one job is primary on any day: where coarse dates may overlap, the later job is."""
    before = "9999-99-99"
    for job in reversed(main):
        job.primary = latest(job.end_text, job.verified, ended=job.end is not None) <= before or job is main[-1]
        if job.primary:
            before = earliest(job.start_text)


def add_job(bundle: Bundle, uid: str, job: Job) -> None:
    """Write one job."""
    bundle.add(
        "works_at",
        job_id=uid, contact_id=job.person.uid, account_id=job.account.uid, title=job.title,
        department=job.department, role=job.role, kind=job.kind, primary=job.primary, start_date=job.start_text,
        end_date=job.end_text, end_status="ongoing" if job.end is None else "ended", verified_on=job.verified,
    )  # fmt: skip

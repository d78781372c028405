"""Jobs: of a contact, and of the people of an account."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pydantic import Field

from graphcrm.queries.accounts.people import Person, PersonJob
from graphcrm.queries.contacts.jobs import Job
from graphcrm.web.api.shapes.base import AsOfPage, PersonRef, Ref, Shape


class Stint(Shape):
    """A job: its dates as they were entered, and whether it holds on the day asked as of."""

    uid: str
    title: str | None
    department: str | None
    role: str | None = Field(description="their part in a sale")
    kind: str
    primary: bool = Field(description="the main one of several jobs at once")
    start: str | None = Field(description="2019, 2019-05 or 2019-05-17; null: not known")
    end: str | None = Field(description="the first day no longer there, as entered")
    end_status: str = Field(description="ongoing or ended")
    current: bool = Field(description="whether it may hold on the day")
    certain: bool = Field(description="whether it holds on the day whatever the missing parts of its dates were")


class JobItem(Stint):
    """A job of a contact."""

    account: Ref
    verified_on: date = Field(description="the day it was last known to hold")


class JobList(AsOfPage[JobItem]):
    """A contact's jobs by their start, unknown starts first."""


class NowItem(Shape):
    """Where somebody is on the day."""

    account: Ref
    title: str | None


class PersonStint(Stint):
    """A job of a person at an account, or at one that it succeeded."""

    predecessor: Ref | None = Field(description="the account where the job was entered, which this one succeeded")


class PersonItem(Shape):
    """A person of an account."""

    contact: PersonRef
    current: bool = Field(description="whether they may be there on the day")
    jobs: list[PersonStint] = Field(description="their jobs there, the latest first")
    now: list[NowItem] = Field(description="their other jobs on the day, the main one first")


class PersonList(AsOfPage[PersonItem]):
    """The people of an account, by uid."""


def job_list(jobs: Iterable[Job], cursor: str | None, on: date) -> JobList:
    """The jobs of a contact."""
    return JobList(items=[_job(job, on) for job in jobs], next_cursor=cursor, as_of=on)


def _job(job: Job, on: date) -> JobItem:
    return JobItem(
        uid=job.uid,
        account=Ref(uid=job.account, name=job.account_name),
        title=job.title,
        department=job.department,
        role=job.role,
        kind=job.kind,
        primary=job.primary,
        start=job.start,
        end=job.end,
        end_status=job.end_status,
        current=job.current(on),
        certain=job.certain(on),
        verified_on=job.verified_on,
    )


def person_list(people: Iterable[Person], cursor: str | None, on: date) -> PersonList:
    """The people of an account."""
    return PersonList(items=[_person(person) for person in people], next_cursor=cursor, as_of=on)


def _person(person: Person) -> PersonItem:
    return PersonItem(
        contact=PersonRef(uid=person.contact, name=person.name, do_not_contact=person.do_not_contact),
        current=person.current,
        jobs=[_stint(job) for job in person.jobs],
        now=[NowItem(account=Ref(uid=uid, name=name), title=title) for uid, name, title in person.now],
    )


def _stint(job: PersonJob) -> PersonStint:
    named = {name: getattr(job, name) for name in PersonJob.__dataclass_fields__}
    before = Ref(uid=job.predecessor[0], name=job.predecessor[1]) if job.predecessor else None
    return PersonStint.model_validate(named | {"predecessor": before})

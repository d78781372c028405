"""The people of one account who had begun there by a day, current or former, with where they are that day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
STATUSES = ("current", "former", "all")


@dataclass(frozen=True, slots=True)
class PersonJob:
    """One stint at the account: dates as entered; whether it may hold, and certainly holds, on the day.

    `predecessor` is the account (uid, name) at which it was entered, where this one has succeeded that.
    """

    uid: str
    title: str | None
    department: str | None
    role: str | None
    kind: str
    primary: bool
    start: str | None
    end: str | None
    end_status: str
    current: bool
    certain: bool
    predecessor: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the account: the latest stint there first; `now` are (account, name, title) elsewhere on the day."""

    contact: str
    name: str
    do_not_contact: bool
    current: bool
    jobs: list[PersonJob]
    now: list[tuple[str, str, str | None]]


def people(
    runner: Runner, *, account: str, status: str = "current", on: date, after: str | None = None, limit: int = 50
) -> list[Person]:
    """One page of people, by uid; `after` is the uid of the last one already seen."""
    return runner.read(_CYPHER, _person, account=account, status=status, on=on, after=after, limit=limit)


def _person(
    contact: str,
    name: str,
    do_not_contact: bool,  # noqa: FBT001
    current: bool,  # noqa: FBT001
    jobs: list[list[Any]],
    now: list[list[Any]],
) -> Person:
    elsewhere = [(uid, n, title) for uid, n, title in now]
    return Person(contact, name, do_not_contact, current, [PersonJob(*job) for job in jobs], elsewhere)

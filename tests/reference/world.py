"""Small worlds in plain dataclasses, and how one is written as a bundle of CSV files (design 08)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path


@dataclass(frozen=True)
class Account:
    uid: str
    name: str
    placeholder: bool = False
    employee_count: int | None = None
    size_band: str | None = None


@dataclass(frozen=True)
class Contact:
    uid: str
    name: str


@dataclass(frozen=True)
class User:
    uid: str
    name: str
    active: bool = True
    contact_uid: str | None = None


@dataclass(frozen=True)
class Job:
    """One stint. `start` and `end` are kept as entered: 2019, 2019-05, 2019-05-17 or None."""

    uid: str
    contact: str
    account: str
    title: str
    department: str | None
    role: str | None
    kind: str
    primary: bool
    start: str | None
    end: str | None
    end_status: str  # "ongoing" or "ended"
    verified_on: date
    given: tuple[date, date, date, date] | None = None  # its bounds, where they do not follow from these dates


@dataclass(frozen=True)
class Interaction:
    """One row: this user and this contact took part in the event `id`."""

    id: str
    user: str
    contact: str
    at: datetime
    channel: str
    direction: str
    participants: int


@dataclass(frozen=True)
class Rating:
    user: str
    contact: str
    value: int
    at: datetime


@dataclass(frozen=True)
class World:
    accounts: tuple[Account, ...]
    contacts: tuple[Contact, ...]
    users: tuple[User, ...]
    jobs: tuple[Job, ...]
    interactions: tuple[Interaction, ...]
    ratings: tuple[Rating, ...]
    today: date


JOB_COLUMNS = [
    "job_id",
    "contact_id",
    "account_id",
    "title",
    "department",
    "role",
    "kind",
    "primary",
    "start_date",
    "end_date",
    "end_status",
    "verified_on",
]
INTERACTION_COLUMNS = ["interaction_id", "user_id", "contact_id", "occurred_at", "channel", "direction", "participants"]


def write_bundle(world: World, folder: Path | str) -> None:
    """Write the six files of the bundle. The bundle has no column for `User.active`: it is not written."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder, "users.csv", ["user_id", "name", "email", "contact_id"], map(_user, world.users))
    _write(
        folder,
        "accounts.csv",
        ["account_id", "name", "employee_count", "size_band", "placeholder"],
        ([a.uid, a.name, a.employee_count, a.size_band, _flag(a.placeholder)] for a in world.accounts),
    )
    _write(folder, "contacts.csv", ["contact_id", "name"], ([c.uid, c.name] for c in world.contacts))
    _write(folder, "works_at.csv", JOB_COLUMNS, map(_job, world.jobs))
    _write(folder, "interactions.csv", INTERACTION_COLUMNS, map(_interaction, world.interactions))
    _write(
        folder,
        "ratings.csv",
        ["user_id", "contact_id", "value", "at"],
        ([r.user, r.contact, r.value, r.at.isoformat()] for r in world.ratings),
    )


def _user(user: User) -> list[object]:
    return [user.uid, user.name, f"{user.uid.lower()}@example.test", user.contact_uid]


def _job(job: Job) -> list[object]:
    return [
        job.uid,
        job.contact,
        job.account,
        job.title,
        job.department,
        job.role,
        job.kind,
        _flag(job.primary),
        job.start,
        job.end,
        job.end_status,
        job.verified_on.isoformat(),
    ]


def _interaction(row: Interaction) -> list[object]:
    return [row.id, row.user, row.contact, row.at.isoformat(), row.channel, row.direction, row.participants]


def _flag(value: bool) -> str:
    return "true" if value else "false"


def _write(folder: Path, name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(["" if cell is None else cell for cell in row] for row in rows)

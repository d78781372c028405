"""The moves feed in the plainest Python (docs/moves.md); what a tie is, it asks the rest of the reference."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from . import brute
from .brute import Bounds, Moment
from .world import Job, User, World

HANDOVER = timedelta(days=92)
SEATS = ("board", "advisor")
OURS = ("prospect", "customer", "loyal")


@dataclass(frozen=True)
class Owner:
    """An assignment of an account: from its first day to before its last."""

    account: str
    user: str
    start: date | None
    end: date | None


@dataclass(frozen=True)
class Setting:
    """What stands around a world: lifecycles by account, owners, and the uids of jobs that an acquisition brought."""

    world: World
    lifecycles: dict[str, str | None]
    owners: tuple[Owner, ...]
    carried: frozenset[str]


@dataclass(frozen=True)
class Known:
    contact: str
    user: str
    strength: float


@dataclass(frozen=True)
class Item:
    """One move; `others` are all we know at the new account but who moved, the best known first."""

    uid: str
    contact: str
    moved_on: date
    left: str
    joined: str
    there: bool
    tie: brute.Tie | None
    rank: float
    ours: bool
    others: tuple[Known, ...]


def feed(
    setting: Setting, since: date, as_of: date | None, now: datetime, user: str | None, *, ranked: bool, ours: bool
) -> list[Item]:
    """Every item, in order."""
    at = brute.moment(as_of, now)
    items = [_item(setting, at, user, *move) for move in moves(setting, since, at)]
    items = [item for item in items if item.tie or not (ranked or user)]
    items = [item for item in items if item.ours or not ours]
    return sorted(items, key=lambda i: (-round(i.rank, 12) if ranked else 0, -i.moved_on.toordinal(), i.uid))


def moves(setting: Setting, since: date, at: Moment) -> list[tuple[Job, Job]]:
    """The (job left, job that began) of each move."""
    found = []
    for job, b in _stints(setting):
        if since <= b.start_min <= at.day and job.uid not in setting.carried:
            left = _left(setting, job, b, at)
            if left and not _there_already(setting, job, b, left[1]):
                found.append((left[0], job))
    return found


def _stints(setting: Setting, contact: str | None = None) -> list[tuple[Job, Bounds]]:
    """All jobs but seats on boards."""
    jobs = [job for job in setting.world.jobs if job.kind not in SEATS and contact in (None, job.contact)]
    return [(job, brute.bounds(job)) for job in jobs]


def _left(setting: Setting, job: Job, b: Bounds, at: Moment) -> tuple[Job, Bounds] | None:
    """The job elsewhere that ended last, of those that had ended by then, or soon after it began."""
    ended = [
        (other, o)
        for other, o in _stints(setting, job.contact)
        if other.account != job.account
        and other.uid not in setting.carried
        and o.start_min < b.start_min
        and o.end_max <= b.start_max + HANDOVER
        and o.end_min <= at.day
    ]
    return min(ended, key=lambda item: (-item[1].end_max.toordinal(), item[0].uid), default=None)


def _there_already(setting: Setting, job: Job, b: Bounds, left: Bounds) -> bool:
    """Whether they were there until it began, came back from nowhere, or began another job there on the same day."""
    for other, o in _stints(setting, job.contact):
        if other.account == job.account:
            if o.start_min == b.start_min and other.uid < job.uid:
                return True
            if o.start_min < b.start_min and o.end_max >= min(b.start_min, left.end_max):
                return True
    return False


def _item(setting: Setting, at: Moment, user: str | None, left: Job, job: Job) -> Item:
    world = setting.world
    tie = best_tie(world, brute.searched_users(world, [user] if user else None), job.contact, at)
    relevance = brute.RELEVANCE.get(job.role or left.role or "", brute.OTHER_RELEVANCE)
    people = brute.at_target(world, job.account, at)
    active = brute.searched_users(world, None)
    ties = [best_tie(world, active, person, at) for person in sorted(people - {job.contact})]
    others = [Known(one.contact, one.user, one.strength) for one in ties if one]
    return Item(
        uid=job.uid,
        contact=job.contact,
        moved_on=brute.bounds(job).start_min,
        left=left.account,
        joined=job.account,
        there=job.contact in people,
        tie=tie,
        rank=tie.strength * relevance if tie else 0.0,
        ours=ours(setting, left.account, at),
        others=tuple(sorted(others, key=lambda one: (-round(one.strength, 12), one.contact))),
    )


def best_tie(world: World, users: list[User], contact: str, at: Moment) -> brute.Tie | None:
    """The strongest tie of some users with a contact; nobody has one with themselves."""
    ties = [brute._tie(world, user.uid, contact, at) for user in users if user.contact_uid != contact]
    return min((tie for tie in ties if tie), key=lambda tie: (-round(tie.strength, 12), tie.user), default=None)


def ours(setting: Setting, account: str, at: Moment) -> bool:
    """By its lifecycle, by an active owner of the day, or by somebody whom an active user met while they were there."""
    active = {user.uid for user in setting.world.users if user.active}
    owned = any(
        owner.account == account
        and owner.user in active
        and (owner.start or date.min) <= at.day < (owner.end or date.max)
        for owner in setting.owners
    )
    return setting.lifecycles[account] in OURS or owned or _met(setting.world, active, account, at)


def _met(world: World, active: set[str], account: str, at: Moment) -> bool:
    spans = [(job.contact, brute.bounds(job)) for job in world.jobs if job.account == account]
    return any(
        row.contact == contact and brute.possibly_there(b, row.at.astimezone(UTC).date())
        for row in world.interactions
        if row.user in active and at.sees(row.at)
        for contact, b in spans
    )

"""The reference: what design 03, 04 and 08 say, in the plainest Python. Slow on purpose, sharing nothing with graphcrm.

Every public question takes `as_of` (a date, or None for now) and `now` (an aware datetime), in that order, last.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from .world import Account, Interaction, Job, Rating, User, World

UNKNOWN_START = date(1, 1, 1)
FOREVER = date(9999, 12, 31)
DAYS_PER_MONTH = 30.4375
DAYS_PER_YEAR = 365.25
KINDS = ("direct", "former_colleague", "chain")

CHANNEL_WEIGHT = {"meeting": 4.0, "video": 3.0, "call": 2.0, "email": 1.0, "message": 1.0, "event": 0.5, "other": 0.5}
RATING_FLOOR = {1: 0.1, 2: 0.25, 3: 0.45, 4: 0.65, 5: 0.85}
RELEVANCE = {"decision_maker": 1.0, "buyer": 1.0, "influencer": 0.8}
OTHER_RELEVANCE = 0.6

Interval = tuple[date, date]  # half-open: the second day is the first one outside


# --- results ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Bounds:
    start_min: date
    start_max: date
    end_min: date
    end_max: date


@dataclass(frozen=True)
class JobRow:
    """One line of a contact's jobs; `certain`: certainly there as of the day, `current`: possibly there."""

    uid: str
    account: str
    title: str
    kind: str
    primary: bool
    start: str | None
    end: str | None
    end_status: str
    current: bool
    certain: bool


@dataclass(frozen=True)
class PersonRow:
    """One person of an account: `current` (possibly there), `certain` (certainly there), uids of the visible stints."""

    contact: str
    current: bool
    certain: bool
    jobs: tuple[str, ...]


@dataclass(frozen=True)
class Stretch:
    """One unbroken possible overlap of two people at one account. The first six fields are those of the JSON item."""

    account: str
    from_: date | None
    to: date | None
    certain_days: int
    possible_days: int | None
    people: float
    same_department: bool
    overlap_days: int  # the possible days counted from max(start_min), also where the start is unknown


@dataclass(frozen=True)
class Colleague:
    contact: str
    shared: tuple[Stretch, ...]
    strength: float


@dataclass(frozen=True)
class Tie:
    """What a user and a contact have: `rating` is the visible RATES value. `channels` is sorted (channel, count)."""

    user: str
    contact: str
    strength: float
    interactions: int
    first_at: datetime | None
    last_at: datetime | None
    channels: tuple[tuple[str, int], ...]
    rating: int | None


@dataclass(frozen=True)
class Path:
    """`contacts` are all contacts along the path, the target last; `connectors` those before it.

    `strengths` has one number per hop (the tie first), `shared` one tuple per worked_together hop.
    """

    kind: str
    user: str
    contacts: tuple[str, ...]
    strengths: tuple[float, ...]
    score: float
    rank: float
    band: str
    certainty: str
    tie: Tie
    shared: tuple[tuple[Stretch, ...], ...]
    moved_from: str | None
    relevance: float
    verified_factor: float

    @property
    def target(self) -> str:
        return self.contacts[-1]

    @property
    def connectors(self) -> tuple[str, ...]:
        return self.contacts[:-1]

    @property
    def weakest_hop(self) -> int:
        """Counted from 0; the first of equals."""
        return self.strengths.index(min(self.strengths))


@dataclass(frozen=True)
class NotSearched:
    account: str
    stints: int
    people: int


@dataclass(frozen=True)
class Moment:
    """A point of view: `day` cuts stints, `instant` cuts interactions and is where their age is counted from."""

    day: date
    instant: datetime
    is_now: bool

    def sees(self, at: datetime) -> bool:
        return at <= self.instant if self.is_now else at < self.instant

    def age_days(self, at: datetime) -> float:
        return (self.instant - at) / timedelta(days=1)


def moment(as_of: date | None, now: datetime) -> Moment:
    if as_of is None:
        return Moment(now.astimezone(UTC).date(), now, is_now=True)
    return Moment(as_of, datetime.combine(as_of, time(), UTC), is_now=False)


# --- partial dates ---------------------------------------------------------------------------------------------------


def bounds(job: Job) -> Bounds:
    """The table of design 03; of a job that an acquisition carried over, the bounds that it was given."""
    if job.given:
        return Bounds(*job.given)
    ongoing = job.end is None and job.end_status == "ongoing"
    if job.end is not None:
        end_min, end_max = end_bounds(job.end)
    elif ongoing:
        end_min, end_max = FOREVER, FOREVER
    elif job.start is None:
        end_min, end_max = job.verified_on, job.verified_on
    else:
        end_min, end_max = min(start_bounds(job.start)[1], job.verified_on), job.verified_on
    if job.start is not None:
        start_min, start_max = start_bounds(job.start)
    else:
        start_min, start_max = UNKNOWN_START, job.verified_on if ongoing else end_min
    return Bounds(start_min, start_max, end_min, end_max)


def start_bounds(text: str) -> tuple[date, date]:
    """The first and the last day that the text can mean."""
    first, after = _period(text)
    return first, after - timedelta(days=1)


def end_bounds(text: str) -> tuple[date, date]:
    """A whole date is itself; a month or a year runs to the first day after it."""
    first, after = _period(text)
    return (first, first) if len(text) == 10 else (first, after)


def _period(text: str) -> Interval:
    """The days the text names."""
    numbers = [int(part) for part in text.split("-")]
    if len(numbers) == 1:
        return date(numbers[0], 1, 1), date(numbers[0] + 1, 1, 1)
    if len(numbers) == 2:
        year, month = numbers
        return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)
    day = date(*numbers)
    return day, day + timedelta(days=1)


# --- intervals -------------------------------------------------------------------------------------------------------


def united(intervals: Iterable[Interval]) -> list[Interval]:
    """The same days as unbroken intervals: overlapping and touching ones become one, empty ones vanish."""
    result: list[Interval] = []
    for start, end in sorted(interval for interval in intervals if interval[0] < interval[1]):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(result[-1][1], end))
        else:
            result.append((start, end))
    return result


def common(first: Sequence[Interval], second: Sequence[Interval]) -> list[Interval]:
    """The days in both, where each side is already united."""
    pairs = [(max(a[0], b[0]), min(a[1], b[1])) for a in first for b in second]
    return sorted((start, end) for start, end in pairs if start < end)


def days(intervals: Iterable[Interval]) -> int:
    return sum((end - start).days for start, end in intervals)


# --- stints ----------------------------------------------------------------------------------------------------------


def visible_jobs(
    world: World, at: Moment, *, contact: str | None = None, account: str | None = None
) -> list[tuple[Job, Bounds]]:
    """Stints that do not begin after the day, of one contact, of one account or of all."""
    found = [(job, bounds(job)) for job in world.jobs if contact in (None, job.contact)]
    return [(job, b) for job, b in found if account in (None, job.account) and b.start_min <= at.day]


def possibly_there(b: Bounds, day: date) -> bool:
    return b.start_min <= day < b.end_max


def certainly_there(b: Bounds, day: date) -> bool:
    return b.start_max <= day < b.end_min


def united_possible(world: World, contact: str, account: str, at: Moment) -> list[Interval]:
    """The possible parts of one person's visible stints at one account, NOT cut at the day."""
    return united((b.start_min, b.end_max) for _, b in visible_jobs(world, at, contact=contact, account=account))


def united_certain(world: World, contact: str, account: str, at: Moment) -> list[Interval]:
    """The certain parts, cut at the day."""
    stints = visible_jobs(world, at, contact=contact, account=account)
    return united((b.start_max, min(b.end_min, at.day)) for _, b in stints)


def jobs(world: World, contact: str, as_of: date | None, now: datetime) -> list[JobRow]:
    """By start_min, unknown starts first (equal ones: by uid)."""
    at = moment(as_of, now)
    found = sorted(visible_jobs(world, at, contact=contact), key=lambda item: (item[1].start_min, item[0].uid))
    return [_job_row(job, b, at.day) for job, b in found]


def _job_row(job: Job, b: Bounds, day: date) -> JobRow:
    return JobRow(
        uid=job.uid,
        account=job.account,
        title=job.title,
        kind=job.kind,
        primary=job.primary,
        start=job.start,
        end=job.end,
        end_status=job.end_status,
        current=possibly_there(b, day),
        certain=certainly_there(b, day),
    )


def people(world: World, account: str, status: str, as_of: date | None, now: datetime) -> list[PersonRow]:
    """Status: current, former (was there, is not now) or all. By contact uid."""
    at = moment(as_of, now)
    stints = visible_jobs(world, at, account=account)
    rows = []
    for contact in sorted({job.contact for job, _ in stints}):
        own = [(job, b) for job, b in stints if job.contact == contact]
        current = any(possibly_there(b, at.day) for _, b in own)
        certain = any(certainly_there(b, at.day) for _, b in own)
        if status == "all" or current == (status == "current"):
            rows.append(PersonRow(contact, current, certain, tuple(sorted(job.uid for job, _ in own))))
    return rows


def employer_on(world: World, contact: str, day: date) -> str | None:
    """Whose stint possibly covers the day: the primary one, then the latest start, then the smallest stint uid."""
    covering = [(job, bounds(job)) for job in world.jobs if job.contact == contact]
    covering = [(job, b) for job, b in covering if possibly_there(b, day)]
    if not covering:
        return None
    best, _ = min(covering, key=lambda item: (not item[0].primary, -item[1].start_min.toordinal(), item[0].uid))
    return best.account


# --- colleagues ------------------------------------------------------------------------------------------------------


def colleagues(
    world: World, contact: str, as_of: date | None, now: datetime, account: str | None = None
) -> list[Colleague]:
    """Everybody who shared a workplace with the contact (at `account` only, where given), by uid."""
    at = moment(as_of, now)
    result = []
    for other in sorted(c.uid for c in world.contacts if c.uid != contact):
        shared = shared_stretches(world, contact, other, at)
        shared = tuple(stretch for stretch in shared if account in (None, stretch.account))
        if shared:
            result.append(Colleague(other, shared, colleague_strength(shared, at.day)))
    return result


def shared_stretches(world: World, first: str, second: str, at: Moment, max_unit: int = 0) -> tuple[Stretch, ...]:
    """All stretches of two different people, by account and time; none at placeholders or above the cap."""
    places = sorted(account.uid for account in world.accounts if expandable(world, account, max_unit))
    return tuple(stretch for place in places for stretch in stretches_at(world, first, second, place, at))


def expandable(world: World, account: Account, max_unit: int) -> bool:
    return not account.placeholder and (max_unit == 0 or stint_count(world, account.uid) <= max_unit)


def stint_count(world: World, account: str) -> int:
    """All stints known at the account, of all times."""
    return sum(job.account == account for job in world.jobs)


def stretches_at(world: World, first: str, second: str, account: str, at: Moment) -> list[Stretch]:
    if first == second:
        return []
    ours = united_possible(world, first, account, at)
    theirs = united_possible(world, second, account, at)
    certain = common(united_certain(world, first, account, at), united_certain(world, second, account, at))
    same_department = share_department(world, first, second, account, at)
    result = []
    for (our_start, our_end), (their_start, their_end) in itertools.product(ours, theirs):
        start, end = max(our_start, their_start), min(our_end, their_end)
        cut = min(end, at.day)
        if start >= cut:
            continue
        known = UNKNOWN_START not in (our_start, their_start)
        stretch = Stretch(
            account=account,
            from_=start if known else None,
            to=None if end > at.day else end,
            certain_days=days(common(certain, [(start, cut)])),
            possible_days=(cut - start).days if known else None,
            people=people_count(world, account, at),
            same_department=same_department,
            overlap_days=(cut - start).days,
        )
        result.append((start, stretch))
    return [stretch for _, stretch in sorted(result, key=lambda item: item[0])]


def share_department(world: World, first: str, second: str, account: str, at: Moment) -> bool:
    """Whether both were in one department at possibly the same time, before the day."""
    for our, b in visible_jobs(world, at, contact=first, account=account):
        for their, d in visible_jobs(world, at, contact=second, account=account):
            together = max(b.start_min, d.start_min) < min(b.end_max, d.end_max, at.day)
            if together and plain(our.department) and plain(our.department) == plain(their.department):
                return True
    return False


def plain(department: str | None) -> str:
    return (department or "").strip().casefold()


def people_count(world: World, account: str, at: Moment) -> float:
    """N of design 04, where no department has a known count; the item of design 08 shares one among 1,200."""
    stints = [job for job, _ in visible_jobs(world, at, account=account)]
    record = next(a for a in world.accounts if a.uid == account)
    if record.employee_count is not None:
        return record.employee_count
    if record.size_band is not None:
        return middle_of_band(record.size_band)
    return max(500, len({job.contact for job in stints}))


def middle_of_band(band: str) -> float:
    if band.endswith("+"):
        return int(band[:-1]) * 2
    low, high = band.split("-")
    return (int(low) + int(high)) / 2


def colleague_strength(shared: Sequence[Stretch], day: date) -> float:
    """The strongest account counts; 0 where nothing is shared."""
    accounts = {stretch.account for stretch in shared}
    return max((_strength_at([s for s in shared if s.account == place], day) for place in accounts), default=0.0)


def _strength_at(shared: Sequence[Stretch], day: date) -> float:
    months = sum(overlap_months(stretch) for stretch in shared)
    if months < 1:
        return 0.0
    gone_days = min(0 if stretch.to is None else (day - stretch.to).days for stretch in shared)
    return colleague_formula(months, shared[0].people, gone_days / DAYS_PER_YEAR, shared[0].same_department)


def overlap_months(stretch: Stretch) -> float:
    months = (stretch.certain_days + stretch.overlap_days) / 2 / DAYS_PER_MONTH
    return months if stretch.from_ is not None else min(months, 12.0)


def colleague_formula(months: float, number: float, years: float, same_department: bool) -> float:
    closeness = 1.0 if same_department else 0.7
    size = min(1.0, math.sqrt(50 / number))
    return 0.7 * (1 - math.exp(-months / 18)) * size * 0.5 ** (years / 5) * closeness


# --- ties ------------------------------------------------------------------------------------------------------------


def tie(world: World, user: str, contact: str, as_of: date | None, now: datetime) -> Tie | None:
    """None where there is neither an interaction nor a rating to see."""
    return _tie(world, user, contact, moment(as_of, now))


def tie_strength(world: World, user: str, contact: str, as_of: date | None, now: datetime) -> float:
    found = tie(world, user, contact, as_of, now)
    return found.strength if found else 0.0


def _tie(world: World, user: str, contact: str, at: Moment) -> Tie | None:
    rows = visible_interactions(world, user, contact, at)
    rating = visible_rating(world, user, contact, at)
    if not rows and rating is None:
        return None
    return Tie(
        user=user,
        contact=contact,
        strength=max(interaction_strength(rows, at), rating_floor(rating, at)),
        interactions=len(rows),
        first_at=min((row.at for row in rows), default=None),
        last_at=max((row.at for row in rows), default=None),
        channels=tuple(sorted(Counter(row.channel for row in rows).items())),
        rating=rating.value if rating else None,
    )


def visible_interactions(world: World, user: str, contact: str, at: Moment) -> list[Interaction]:
    """One per event."""
    rows = [row for row in world.interactions if (row.user, row.contact) == (user, contact) and at.sees(row.at)]
    return list({row.id: row for row in rows}.values())


def visible_rating(world: World, user: str, contact: str, at: Moment) -> Rating | None:
    found = [r for r in world.ratings if (r.user, r.contact) == (user, contact) and at.sees(r.at)]
    return found[0] if found else None


def interaction_strength(rows: Sequence[Interaction], at: Moment) -> float:
    outward = inward = 0.0
    for row in rows:
        weight = CHANNEL_WEIGHT[row.channel] * group_factor(row.participants) * 0.5 ** (at.age_days(row.at) / 365)
        outward += {"out": weight, "in": 0.0, "both": weight / 2}[row.direction]
        inward += {"out": 0.0, "in": weight, "both": weight / 2}[row.direction]
    much = 1 - math.exp(-(outward + inward) / 10)
    mutual = 1 - math.exp(-2 * min(outward, inward) / 10)
    return 0.35 * much + 0.65 * mutual


def group_factor(participants: int) -> float:
    if participants >= 10:
        return 0.0
    return 1 / (participants - 1) if participants >= 3 else 1.0


def rating_floor(rating: Rating | None, at: Moment) -> float:
    return RATING_FLOOR[rating.value] * 0.5 ** (at.age_days(rating.at) / 730) if rating else 0.0


# --- paths -----------------------------------------------------------------------------------------------------------


def warm_paths(
    world: World,
    account: str,
    users: Iterable[str] | None,
    as_of: date | None,
    now: datetime,
    kinds: Iterable[str] = KINDS,
    max_unit: int = 500,
    min_score: float | None = None,
) -> list[Path]:
    """All paths, best first. `users` None: all active ones. `min_score` None: every score above 0; 0: every path."""
    at = moment(as_of, now)
    shared = {
        (a.uid, b.uid): shared_stretches(world, a.uid, b.uid, at, max_unit)
        for a, b in itertools.permutations(world.contacts, 2)
    }
    found = []
    for user in searched_users(world, users):
        for contacts in routes(world, account, user, at, shared):
            path = build_path(world, account, user.uid, contacts, at, shared)
            if path.kind in set(kinds) and keeps(path.score, min_score):
                found.append(path)
    return sorted(found, key=lambda path: (-path.rank, tie_breaker(path)))


def searched_users(world: World, users: Iterable[str] | None) -> list[User]:
    if users is None:
        return [user for user in world.users if user.active]
    wanted = set(users)
    return [user for user in world.users if user.uid in wanted]


def misordered(expected: Sequence[Path], actual: Sequence[tuple[str, tuple[str, ...]]]) -> list[tuple]:
    """Neighbours of an answer, each (user, contacts), that stand in the wrong order.

    Ranks that differ by rounding only may stand either way, unless both paths are the same numbers throughout.
    """
    known = {(path.user, path.contacts): path for path in expected}
    return [pair for pair in itertools.pairwise(actual) if not _in_order(known[pair[0]], known[pair[1]])]


def _in_order(first: Path, second: Path) -> bool:
    if first.rank == second.rank and (first.rank == 0 or first.strengths == second.strengths):
        return tie_breaker(first) < tie_breaker(second)
    return first.rank >= second.rank * (1 - 1e-9)


def tie_breaker(path: Path) -> tuple[int, str, tuple[str, ...]]:
    return len(path.contacts), path.user, path.contacts


def keeps(score: float, min_score: float | None) -> bool:
    return score > 0 if min_score is None else score >= min_score


def at_target(world: World, account: str, at: Moment) -> set[str]:
    """Everybody possibly at the target on the day."""
    return {job.contact for job, b in visible_jobs(world, at, account=account) if possibly_there(b, at.day)}


def routes(world: World, account: str, user: User, at: Moment, shared: dict) -> list[tuple[str, ...]]:
    """Every sequence of different contacts that is a path: direct, former_colleague and chain."""
    others = [contact.uid for contact in world.contacts if contact.uid != user.contact_uid]
    inside = [uid for uid in others if uid in at_target(world, account, at)]
    outside = [uid for uid in others if uid not in inside]
    tied = [uid for uid in others if _tie(world, user.uid, uid, at) is not None]
    direct = [(target,) for target in inside if target in tied]
    through_one = [(c, target) for c in outside if c in tied for target in inside if shared[c, target]]
    through_two = [
        (first, second, target)
        for first in outside
        if first in tied
        for second in outside
        if second != first and shared[first, second]
        for target in inside
        if shared[second, target]
    ]
    return direct + through_one + through_two


def build_path(world: World, account: str, user: str, contacts: tuple[str, ...], at: Moment, shared: dict) -> Path:
    first_tie = _tie(world, user, contacts[0], at)
    assert first_tie is not None
    evidence = tuple(shared[pair] for pair in itertools.pairwise(contacts))
    strengths = (first_tie.strength, *(colleague_strength(stretches, at.day) for stretches in evidence))
    jobs_there = valid_at_target(world, account, contacts[-1], at)
    verified = verified_factor(jobs_there, at.day)
    score = math.prod(strengths) * 0.85 ** (len(strengths) - 1) * verified
    relevance = max(RELEVANCE.get(job.role or "", OTHER_RELEVANCE) for job, _ in jobs_there)
    certainty = certainty_of(evidence) if evidence else certainty_of_direct(jobs_there, at.day)
    return Path(
        kind=KINDS[len(contacts) - 1],
        user=user,
        contacts=contacts,
        strengths=strengths,
        score=score,
        rank=score * relevance,
        band=band(score, certainty),
        certainty=certainty,
        tie=first_tie,
        shared=evidence,
        moved_from=None if evidence else moved_from(world, account, first_tie),
        relevance=relevance,
        verified_factor=verified,
    )


def valid_at_target(world: World, account: str, contact: str, at: Moment) -> list[tuple[Job, Bounds]]:
    stints = visible_jobs(world, at, contact=contact, account=account)
    return [(job, b) for job, b in stints if possibly_there(b, at.day)]


def verified_factor(jobs_there: Sequence[tuple[Job, Bounds]], day: date) -> float:
    age = (day - max(job.verified_on for job, _ in jobs_there)).days
    if age > 2 * DAYS_PER_YEAR:
        return 0.7
    return 0.9 if age > DAYS_PER_YEAR else 1.0


def certainty_of(evidence: Iterable[Sequence[Stretch]]) -> str:
    """Every account of every hop needs certain days."""
    for stretches in evidence:
        for place in {stretch.account for stretch in stretches}:
            if sum(stretch.certain_days for stretch in stretches if stretch.account == place) == 0:
                return "possible"
    return "certain"


def certainty_of_direct(jobs_there: Sequence[tuple[Job, Bounds]], day: date) -> str:
    return "certain" if any(certainly_there(b, day) for _, b in jobs_there) else "possible"


def band(score: float, certainty: str) -> str:
    if score < 0.01:
        return "weak"
    if score < 0.10 or certainty == "possible":
        return "possible"
    return "good" if score < 0.30 else "strong"


def moved_from(world: World, account: str, first_tie: Tie) -> str | None:
    """The employer of the day of the last interaction, unless the contact was possibly at the target already."""
    if first_tie.last_at is None:
        return None
    day = first_tie.last_at.astimezone(UTC).date()
    at_the_target = [job for job in world.jobs if (job.contact, job.account) == (first_tie.contact, account)]
    if any(possibly_there(bounds(job), day) for job in at_the_target):
        return None
    return employer_on(world, first_tie.contact, day)


def account_warmth(paths: Iterable[Path]) -> float:
    """1 − Π(1 − best score) of the five best first contacts on the paths."""
    best: dict[str, float] = {}
    for path in paths:
        best[path.contacts[0]] = max(path.score, best.get(path.contacts[0], 0.0))
    return 1 - math.prod(1 - score for score in sorted(best.values(), reverse=True)[:5])


def not_searched(
    world: World,
    account: str,
    users: Iterable[str] | None,
    as_of: date | None,
    now: datetime,
    kinds: Iterable[str] = KINDS,
    max_unit: int = 500,
) -> list[NotSearched]:
    """Workplaces above the cap where both somebody tied (not at the target) and somebody at the target were."""
    if not {"former_colleague", "chain"} & set(kinds):
        return []
    at = moment(as_of, now)
    result = []
    for place in sorted(world.accounts, key=lambda a: a.uid):
        if place.placeholder or expandable(world, place, max_unit):
            continue
        if any(_would_have_met(world, account, place.uid, user, at) for user in searched_users(world, users)):
            known = len({job.contact for job in world.jobs if job.account == place.uid})
            result.append(NotSearched(place.uid, stint_count(world, place.uid), known))
    return result


def _would_have_met(world: World, account: str, place: str, user: User, at: Moment) -> bool:
    inside = at_target(world, account, at)
    there = {job.contact for job, _ in visible_jobs(world, at, account=place)} - {user.contact_uid}
    tied_outside = [uid for uid in there - inside if _tie(world, user.uid, uid, at) is not None]
    return bool(tied_outside) and bool(there & inside)

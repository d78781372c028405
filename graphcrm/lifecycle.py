"""How far an account or a contact is with us, since when, and what the facts suggest (docs/lifecycle.md).

Pure. A trail is the states that it came to, the first first, each with the first day of it as it was entered:
`prospect 2019-05`, `customer 2020-03-01`. Each state holds until the next begins (half-open); the first may have no
day, where nobody knows since when. `none` is where nothing was said any more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

from graphcrm.dates import UNKNOWN_START, parse_date
from graphcrm.errors import InvalidInputError, said

STATES = ("lead", "prospect", "customer", "loyal", "lost")
CUSTOMERS = frozenset({"customer", "loyal"})
NONE = "none"
MOST = 100  # states of one trail
_AHEAD = timedelta(days=1)  # it is tomorrow already in somebody's time zone
TRAIL, SINCE, CUSTOMER = "lifecycle_trail", "lifecycle_since", "customer_since"
DATED = (TRAIL, SINCE, CUSTOMER)  # what is kept beside `lifecycle`

# What the rules go by, each with its reason. Nothing is learnt; docs/lifecycle.md says the same in words.
WON_WITHIN = timedelta(days=730)  # who bought from us in two years is a customer: most contracts renew within that
LOYAL_WINS = 3  # once may be chance, twice a trial; who comes a third time comes back
LOYAL_OVER = timedelta(days=365)  # ... in more than one year, for one large deal in three parts is one decision
TALKED_WITHIN = timedelta(days=180)  # half a year: who answered since is thinking about it
LOST_AFTER = timedelta(days=540)  # a year and a half: longer than a budget's year


class Period(NamedTuple):
    """One state, None for none, that began in [start_min, start_max]; `start` as entered, None where nobody knows."""

    state: str | None
    start: str | None
    start_min: date
    start_max: date


@dataclass(frozen=True, slots=True)
class Facts:
    """What says how far a record is: opportunities won (on days that are known) and open, a lead that became it, talk.

    `lost_on` is the day since which it was last lost: what was won is what came after that. `opened_on` is the last day
    on which one that is open came to its stage, `last_on` the last on which any of us had to do with them,
    `answered_on` with those who ever answered us. `partial`: there are more people than were asked about.
    """

    wins: int = 0
    first_won: date | None = None
    last_won: date | None = None
    open: int = 0
    opened_on: date | None = None
    converted_on: date | None = None
    last_on: date | None = None
    answered_on: date | None = None
    added_on: date | None = None
    lost_on: date | None = None
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a record should be since when, by which rule; `days` is how long nothing was heard, of one about that."""

    state: str
    rule: str  # won, loyal, open, converted, answered, silent
    since: date
    days: int | None = None


def periods_of(trail: Sequence[str]) -> list[Period]:
    """The periods of a trail; raises InvalidInputError for one that cannot be."""
    if len(trail) > MOST:
        _refuse(said("lifecycle_trail has more than %(most)s states; the last of them are enough.", most=MOST))
    found = [_period(one, n == 0) for n, one in enumerate(trail)]
    for before, after in pairwise(found):
        if after.state == before.state:
            _refuse(said("lifecycle_trail comes to %(state)s twice in a row.", state=after.state or NONE))
        if after.start_min < before.start_min:
            _refuse(said("lifecycle_trail is not in the order of its days."))
        if after.start == before.start and after.start_min == after.start_max:
            _refuse(said("lifecycle_trail comes to two states on %(day)s; the last one is enough.", day=after.start))
    return found


def _period(one: str, first: bool) -> Period:  # noqa: FBT001
    state, _, start = one.strip().partition(" ")
    if state not in (*STATES, NONE):
        message = said(
            "lifecycle_trail has %(one)r; each is one of %(states)s, a space, and since when.",
            one=one, states=", ".join((*STATES, NONE)),
        )  # fmt: skip
        _refuse(message)
    if not start and not first:
        _refuse(said("lifecycle_trail has %(one)r; only the first may be without a day.", one=one))
    lasts = None if state == NONE else state
    if not start:
        return Period(lasts, None, UNKNOWN_START, UNKNOWN_START)
    start_min, after = parse_date(start.strip(), TRAIL)
    return Period(lasts, start.strip(), start_min, after - timedelta(days=1))


def _refuse(message: str) -> None:
    raise InvalidInputError(message, field=TRAIL)


def on(lifecycle: str | None, trail: Sequence[str] | None, day: date) -> str | None:
    """The state on a day, possibly, by what is known; without a trail the present one, whose start nobody knows."""
    if not trail:
        return lifecycle
    return next((one.state for one in reversed(periods_of(trail)) if one.start_min <= day), None)


def turned(before: Mapping[str, Any], given: Mapping[str, Any], today: date) -> dict[str, Any]:
    """What follows from what is said of a record's lifecycle, as all that is kept of it; empty where nothing is.

    Another state begins today unless `lifecycle_since` says otherwise; that of a new record nobody knows when. A trail
    that is given is all of it, and corrects the past. Raises InvalidInputError.
    """
    if CUSTOMER in given:
        message = said("%(name)s follows from the lifecycle; leave it out.", name=CUSTOMER)
        raise InvalidInputError(message, field=CUSTOMER)
    if not any(name in given for name in ("lifecycle", TRAIL, SINCE)):
        return {}
    trail = _told(given) if given.get(TRAIL) else _moved(before, given, today)
    periods = periods_of(trail)
    days = (given.get(SINCE), *(one.start_min for one in periods[-1:]))
    if any(day and day > today + _AHEAD for day in days):
        field = TRAIL if given.get(TRAIL) else SINCE
        raise InvalidInputError(said("%(name)s is yet to come; it says what was.", name=field), field=field)
    last = periods[-1] if periods else None
    return {
        "lifecycle": last.state if last else None,
        TRAIL: trail if len(trail) > 1 or (last and last.start) else None,
        SINCE: last.start_min if last and last.start else None,
        CUSTOMER: customer_since(periods),
    }


def _told(given: Mapping[str, Any]) -> list[str]:
    """A trail that is given, which says the same as what is given beside it."""
    periods = periods_of(given[TRAIL])
    trail, last = [" ".join(filter(None, (one.state or NONE, one.start))) for one in periods], periods[-1]
    says = {"lifecycle": last.state, SINCE: last.start_min if last.start else None}
    for name, value in says.items():
        if name in given and given[name] != value:
            message = said("lifecycle_trail ends in %(last)r, and %(name)s is %(value)s.",
                           last=trail[-1], name=name, value=given[name])  # fmt: skip
            raise InvalidInputError(message, field=TRAIL)
    return trail


def _moved(before: Mapping[str, Any], given: Mapping[str, Any], today: date) -> list[str]:
    """The trail with the state that is given, or since when the last one is."""
    was, trail = before.get("lifecycle"), list(before.get(TRAIL) or ())
    if not trail and was:
        trail = [was]
    if TRAIL in given:  # emptied: since when, nobody knows
        trail = trail[-1:] and [trail[-1].partition(" ")[0]]
    state, since = given.get("lifecycle", was), given.get(SINCE)
    if state == was:
        return _dated(trail, since) if SINCE in given else trail
    if not trail and since is None:
        return [state] if not before else [f"{state} {today}"]
    start = since or max([today, *(one.start_min for one in periods_of(trail)[-1:])])
    return _begun(trail, f"{state or NONE} {start}", start)


def _dated(trail: list[str], since: date | None) -> list[str]:
    """The trail with another day on which its last state began, None where nobody knows."""
    if not trail:
        if since:
            message = said("lifecycle_since is given, and no lifecycle; say which.")
            raise InvalidInputError(message, field=SINCE)
        return trail
    state = trail[-1].partition(" ")[0]
    if since is None and len(trail) > 1:
        message = said("lifecycle_since is empty; correct lifecycle_trail where what came before is not right.")
        raise InvalidInputError(message, field=SINCE)
    return _begun(trail[:-1], f"{state} {since}" if since else state, since)


def _begun(trail: list[str], last: str, start: date | None) -> list[str]:
    """The trail with one more state; one that began on the same day never was."""
    if trail and start:
        came = periods_of(trail)[-1]
        if came.start_min == came.start_max == start:
            trail = trail[:-1]
        elif came.start_min > start:
            message = said(
                "lifecycle_since is %(since)s, and it has been %(state)s since %(start)s; correct lifecycle_trail where"
                " that is not right.", since=start, state=came.state or NONE, start=came.start,
            )  # fmt: skip
            raise InvalidInputError(message, field=SINCE)
    was = trail[-1].partition(" ")[0] if trail else NONE
    return trail if was == last.partition(" ")[0] else [*trail, last][-MOST:]


def customer_since(periods: Sequence[Period]) -> date | None:
    """The day on which a record last became a customer, loyal or not; None for never, and for no day known."""
    since: date | None = None
    was = False
    for one in periods:
        becomes = one.state in CUSTOMERS
        if becomes and not was:
            since = one.start_min if one.start else None
        was = becomes
    return since


def proposed(lifecycle: str | None, trail: Sequence[str] | None, facts: Facts, today: date) -> Proposal | None:
    """What the facts suggest for a record that is `lifecycle`, with its trail; None where they fit what it is.

    It begins when another state can: a day has one, so what began today waits for tomorrow.
    """
    came = periods_of(trail)[-1] if trail else None
    found = _bought(facts, today) or _talked(facts, today)
    if found and _rank(found.state) > _rank(lifecycle):
        since = max(found.since, _free(came))
        return replace(found, since=since) if since <= today else None
    return _silent(lifecycle, came, facts, today)


def _rank(lifecycle: str | None) -> int:
    """How far a state is; lost and none come before all others."""
    return {"lead": 1, "prospect": 2, "customer": 3, "loyal": 4}.get(lifecycle or "", 0)


def _free(came: Period | None) -> date:
    """The first day on which another state may follow one, and both are kept."""
    if came is None or not came.start:
        return date.min
    return came.start_min + timedelta(days=came.start_min == came.start_max)


def _bought(facts: Facts, today: date) -> Proposal | None:
    first, last = facts.first_won, facts.last_won
    if not first or not last or today - last > WON_WITHIN:
        return None
    if facts.wins >= LOYAL_WINS and last - first >= LOYAL_OVER:
        return Proposal("loyal", "loyal", last)
    return Proposal("customer", "won", first)


def _talked(facts: Facts, today: date) -> Proposal | None:
    fresh = facts.lost_on or date.min  # what was before it was lost, lost it
    if facts.opened_on and facts.opened_on > fresh:
        return Proposal("prospect", "open", today)
    for day, rule in ((facts.converted_on, "converted"), (facts.answered_on, "answered")):
        if day and day > fresh and today - day <= TALKED_WITHIN:
            return Proposal("prospect", rule, day)
    return None


def _silent(lifecycle: str | None, came: Period | None, facts: Facts, today: date) -> Proposal | None:
    """That it is lost, where nothing was heard for long; what was only just said, or added, is heard."""
    if lifecycle not in {"prospect", "customer", "loyal"} or facts.open or facts.partial:
        return None
    since = came.start_min if came and came.start else None
    heard = [day for day in (since, facts.last_won, facts.converted_on, facts.last_on, facts.added_on) if day]
    days = (today - max(heard)).days if heard else None
    return Proposal("lost", "silent", today, days) if days is not None and days > LOST_AFTER.days else None

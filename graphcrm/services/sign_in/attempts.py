"""Attempts to sign in that failed are counted in the graph, by whom they were for and by where they came from: the web
app's workers hold no state. Too many of them are told to wait; nobody sleeps in a worker.

An attempt is charged before anything is compared, and forgiven when it was good. So a thousand at once are no way
around it: each waits for the one before to be charged.
"""

from __future__ import annotations

import hashlib
import ipaddress
import math
import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from graphcrm.errors import DatabaseError, OvertakenError, TooManyAttemptsError, said
from graphcrm.graph import Graph, Runner
from graphcrm.queries.sign_in.forget_attempts import forget_attempts
from graphcrm.queries.sign_in.hold_attempts import Counted, hold_attempts
from graphcrm.queries.sign_in.put_attempts import put_attempts

LOCKED = timedelta(minutes=15)  # ten guesses in that time come to nothing, and nobody's day is lost
WAIT_FIRST_S, WAIT_MOST_S = 2, 60  # doubled by each failure: a nuisance to a person, the end of it to a program
REMEMBERED = timedelta(hours=24)  # since the first failure: until then a slow guesser meets the lock again, every time
_FORGET = 100  # one in so many charges forgets up to a thousand old ones: five times as many as are made meanwhile
_SOME = 16**4  # numbers that stand for addresses that nobody has: however many are typed, no more are kept


@dataclass(frozen=True, slots=True)
class Limit:
    """How many failures there may be: some without a wait (`free`), and less than `most` in the time `remembered`."""

    free: int
    most: int
    remembered: timedelta = REMEMBERED

    def wait(self, failures: int) -> timedelta:
        """How long the next attempt has to wait after so many failures."""
        if failures >= self.most:
            return LOCKED
        beyond = failures - self.free
        return timedelta(seconds=min(WAIT_FIRST_S * 2**beyond, WAIT_MOST_S)) if beyond >= 0 else timedelta()


USER = Limit(
    free=3, most=10
)  # a wrong keyboard, an old password, a typing error; ten guesses are no attack on 12 letters
# An office behind one address has many who mistype on a Monday; a list of stolen passwords has thousands of lines.
CLIENT = Limit(free=100, most=100, remembered=timedelta(hours=1))
_FROM_A_NETWORK = said(
    "Signing in from your network has failed %(failures)s times, so it is locked. Try again in %(after)s."
)
_OF_A_USER = said(
    "Signing in has failed %(failures)s times, so it is locked. Try again in %(after)s, or ask an administrator to "
    "unlock it."
)


@dataclass(frozen=True, slots=True)
class Charged:
    """What one attempt is counted by: for whom it is, and where it came from, None for the command line."""

    who: str
    client: str | None

    @property
    def limits(self) -> dict[str, Limit]:
        """The limit of each, in the one order in which they are held."""
        return {self.who: USER} | ({self.client: CLIENT} if self.client else {})


def of(user: str | None, typed: str, client: str | None) -> Charged:
    """What an attempt is counted by: for the user of a uid, or for an address, typed, that nobody has."""
    number = int(hashlib.sha256(typed.encode(errors="replace")).hexdigest(), 16) % _SOME
    return Charged(f"user {user}" if user else f"address {number:04x}", f"client {_place(client)}" if client else None)


def charge(graph: Graph, charged: Charged) -> None:
    """Count an attempt as a failure, until it is forgiven; raises TooManyAttemptsError, and then counts nothing."""
    _count(graph, charged, lambda counted, now: _more(counted, charged.limits[counted.uid], now))
    if random.randrange(_FORGET) == 0:  # noqa: S311  (housekeeping)
        with suppress(DatabaseError):
            forget_attempts(graph, before=datetime.now(UTC) - REMEMBERED - LOCKED)


def forgive(graph: Graph, charged: Charged, *, halfway: bool = False) -> None:
    """Take back what was charged: all that was for the user, and this one of its place.

    A place keeps its other failures, or one good account would buy as many guesses as one likes. So does a user who is
    only `halfway` in, or a good password would buy as many guesses of the code.
    """

    def less(counted: Counted, now: datetime) -> Counted:
        whole = counted.uid == charged.who and not halfway
        left = 0 if whole else max(counted.failures - 1, 0)
        locked = counted.uid != charged.who and left >= charged.limits[counted.uid].most
        return Counted(counted.uid, left, at=counted.at or now, until=counted.until if locked else None)

    _count(graph, charged, less)


def unlock(graph: Graph, *, user: str) -> bool:
    """Forget the failures of a user, by uid; answers whether there were any."""
    (before,) = _count(graph, of(user, "", None), lambda counted, now: Counted(counted.uid, 0, at=now, until=None))
    return before.failures > 0


def _count(graph: Graph, charged: Charged, become: Callable[[Counted, datetime], Counted]) -> list[Counted]:
    """Have what was counted become something else, one after the other; answers how it was."""

    def in_transaction(tx: Runner) -> list[Counted]:
        held = hold_attempts(tx, uids=list(charged.limits))
        now = datetime.now(UTC)  # after we waited for those before us
        put_attempts(tx, rows=[become(counted, now) for counted in held])
        return held

    try:
        return graph.transaction(in_transaction)
    except OvertakenError:  # it was forgotten just now, so that there is nothing to wait for any more
        return graph.transaction(in_transaction)


def _more(counted: Counted, limit: Limit, now: datetime) -> Counted:
    """One failure more; raises TooManyAttemptsError where no attempt is taken yet."""
    if counted.until and counted.until > now:
        raise _refusal(counted, limit, math.ceil((counted.until - now).total_seconds()))
    first = not counted.failures or counted.at is None or counted.at < now - limit.remembered
    failures = 1 if first else counted.failures + 1
    wait = limit.wait(failures)
    return Counted(counted.uid, failures, at=now if first else counted.at, until=now + wait if wait else None)


def _refusal(counted: Counted, limit: Limit, wait_s: int) -> TooManyAttemptsError:
    if counted.failures < limit.most:
        after = said("%(number)s seconds", number=wait_s) if wait_s > 1 else said("1 second")
        message = said(
            "Signing in has failed %(failures)s times. Try again in %(after)s.", failures=counted.failures, after=after
        )
    else:
        minutes = math.ceil(wait_s / 60)
        after = said("%(number)s minutes", number=minutes) if minutes > 1 else said("1 minute")
        template = _FROM_A_NETWORK if limit is CLIENT else _OF_A_USER
        message = said(template.template, failures=counted.failures, after=after)
    return TooManyAttemptsError(message, retry_after_s=wait_s)


def _place(client: str) -> str:
    """Where a request came from. A network of IPv6 gives each of its customers 2^64 addresses: they are one place."""
    with suppress(ValueError):
        address = ipaddress.ip_address(client)
        if isinstance(address, ipaddress.IPv6Address):
            return str(address.ipv4_mapped or ipaddress.ip_network((address, 64), strict=False))
    return client

"""What is done by itself: each chore by one program at a time, however many look (docs/work.md)."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from graphcrm.errors import GraphcrmError
from graphcrm.graph import Graph
from graphcrm.queries.chores.leave_chore import leave_chore
from graphcrm.queries.chores.take_chore import take_chore
from graphcrm.queries.leads.silent import SilentLead
from graphcrm.services import (
    automations,
    bulk,
    lifecycles,
    news,
    notifications,
    owners,
    pool,
    reminders,
    segments,
)
from graphcrm.services.changes import Author, change

_LOG = logging.getLogger("graphcrm.work")
_TAKEN_FOR = timedelta(minutes=30)  # of a chore: one that takes longer may be taken by another program beside it
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a round: how many things each chore did, and a line for each that failed."""

    number: dict[str, int]
    failed: list[str]


@dataclass(frozen=True, slots=True)
class Chore:
    """Something to be done once in every period, which begin at midnight (UTC) and `late` behind it.

    `work` is given the graph and the moment, and answers how many things it did; done twice it does nothing more.
    """

    name: str
    work: Callable[[Graph, datetime], int]
    every: timedelta = _DAY
    late: timedelta = timedelta(0)

    def since(self, now: datetime) -> datetime:
        """When the period began in which a moment lies."""
        first = datetime(2020, 1, 1, tzinfo=UTC) + self.late
        return first + (now - first) // self.every * self.every


def run(graph: Graph, chores: Iterable[Chore], now: datetime | None = None) -> Done:
    """Do the chores that are due and nobody else has taken; one that fails is left for the next time."""
    done, failed = dict[str, int](), list[str]()
    for chore in chores:
        try:
            number = _do(graph, chore, now or datetime.now(UTC))
        except Exception as error:  # noqa: BLE001  (whatever it is, the others are done)
            _LOG.exception("%s failed", chore.name)
            failed.append(f"{chore.name}: {getattr(error, 'detail', type(error).__name__)}")
        else:
            done |= {} if number is None else {chore.name: number}
    return Done(done, failed)


def _do(graph: Graph, chore: Chore, at: datetime) -> int | None:
    """How many things a chore did, None where it is not on us; raises what it raises."""
    until = at + _TAKEN_FOR
    if not take_chore(graph, name=chore.name, since=chore.since(at), now=at, until=until):
        return None
    failed: str | None = "ended before it was done"
    try:
        number = chore.work(graph, at)
        failed = None
    except Exception as error:
        failed = str(getattr(error, "detail", type(error).__name__))
        raise
    finally:  # also where the program is ended: another one takes it at once
        with suppress(GraphcrmError):
            leave_chore(graph, name=chore.name, at=at, until=until, failed=failed)
    _LOG.info("%s: %d", chore.name, number)
    return number


def reclaim(graph: Graph, _now: datetime) -> int:
    """Put the leads with which nobody spoke for as long as their team says into the pool; answers how many."""
    number = 0
    while due := pool.silent_leads(graph, None)[: bulk.MOST]:
        uids = [one.uid for one in due]
        gone = change(graph, Author(why="every night"), lambda made, uids=uids: pool.reclaim(made, uids, _why))  # type: ignore[misc]
        if not gone:  # somebody spoke to all of them just now
            break
        number += len(gone)
    return number


def _why(one: SilentLead) -> str:
    return f"nobody spoke to them for {one.days} days"


def settle_owners(graph: Graph, now: datetime) -> int:
    """Keep on every record whose it is today."""
    owners.settle(graph, now.date())
    return 0


def count_segments(graph: Graph, now: datetime) -> int:
    """Keep how many are in each segment today."""
    return segments.keep_sizes(graph, now.date())


def propose(graph: Graph, now: datetime) -> int:
    """Keep on every account and contact how far it should be with us by what we know today."""
    return lifecycles.look(graph, now.date())


CHORES = (
    Chore("owners", settle_owners),
    Chore("moves", news.look, every=timedelta(hours=1)),
    Chore("notifications", notifications.tidy, late=timedelta(hours=1)),
    Chore("segments", count_segments, late=timedelta(minutes=30)),
    Chore("lifecycles", propose, late=timedelta(minutes=45)),
    Chore("late", reminders.tell, every=timedelta(minutes=10)),
    Chore("renewals", reminders.remind, late=timedelta(minutes=45)),
    Chore("pool", reclaim, late=timedelta(hours=2)),
    Chore("old automations", automations.tidy, late=timedelta(hours=3)),
)

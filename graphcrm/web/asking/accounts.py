"""What an account's page asks: its people, whom of them we know, and what happened there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from itertools import takewhile
from typing import Any

from graphcrm.dates import moment, start_of_day
from graphcrm.graph import Runner
from graphcrm.queries.accounts.interactions import Interaction, interactions
from graphcrm.queries.accounts.known_staff import Known, known_staff
from graphcrm.queries.accounts.staff import staff as staff_of
from graphcrm.queries.accounts.timeline import timeline as timeline_of
from graphcrm.queries.accounts.turns import Turn
from graphcrm.web.asking import cursors
from graphcrm.web.asking.listings import Listing
from graphcrm.web.asking.met import LOOKED, MetParameters, page
from graphcrm.web.asking.parameters import StaffParameters

STATUSES = ("current", "former")
_MET = "met "  # before the key of an interaction: it stands among those of turns, each with its kind before it
_PAST_ALL = "\uffff"  # a key after all others

Keyed = tuple[datetime, str, Interaction | Turn]  # its moment and its key


@dataclass(frozen=True, slots=True)
class Staff:
    """Those who are there, or those who have left: how many, and a page of them."""

    total: int
    page: Listing[Known]


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened at one moment: the parts of one meeting, or a turn."""

    at: datetime
    parts: list[Interaction]
    turn: Turn | None


def staff(runner: Runner, account: str, asked: StaffParameters, *, ties: bool) -> dict[str, Staff]:
    """The people by status: one of them, or both, as asked; with who of us knows each of them best, if `ties`."""
    when = moment(asked.as_of)
    of = {status: cursors.question("staff", account, status, asked.name, asked.as_of) for status in STATUSES}
    after = cursors.read(asked.cursor, cursors.AfterMember, of.get(asked.status, ""))
    key = (after.rank, after.name, after.uid) if after else None
    question: dict[str, Any] = {
        "account": account,
        "status": asked.status,
        "name": asked.name,
        "after": key,
        "limit": asked.limit + 1,
    }
    if ties:
        rows = known_staff(runner, when=when, **question)
    else:
        rows = [Known(member, None) for member in staff_of(runner, on=when.on, **question)]
    statuses = STATUSES if asked.status == "all" else (asked.status,)
    split = {s: [row for row in rows if row.member.person.current == (s == "current")] for s in statuses}
    return {s: _page(members, asked.limit, of[s]) for s, members in split.items()}


def _page(rows: list[Known], limit: int, of: str) -> Staff:
    page, cursor = rows[:limit], None
    if len(rows) > limit:
        rank, name, uid = page[-1].member.key
        cursor = cursors.written(cursors.AfterMember(of=of, rank=rank, name=name, uid=uid))
    return Staff(rows[0].member.total if rows else 0, Listing(page, cursor))


def timeline(runner: Runner, account: str, asked: MetParameters) -> Listing[Happening]:
    """One page of what happened at an account, the latest first: interactions, and who came, left and owned it.

    Where something is asked that only interactions have, it is of these alone.
    """
    of = cursors.question("timeline", account, asked.of)
    after = cursors.read(asked.cursor, cursors.AfterInstant, of)
    seen = (after.key, after.uid) if after else None
    ask = partial(interactions, runner, account=account, **asked.of_parts)

    def beyond(last: Interaction) -> list[Interaction]:
        return ask(after=(last.at, last.key), limit=LOOKED)

    if asked.asks_parts:
        rows = ask(after=_met_after(seen))
        met_page = page(
            rows, asked, beyond, lambda one: cursors.AfterInstant(of=of, key=one.at, uid=_MET + one.key), "event"
        )
        return Listing(_gathered(met_page.rows), met_page.cursor)
    told, more = _told(*_happened(runner, account, asked, seen), asked, beyond)
    cursor = cursors.AfterInstant(of=of, key=told[-1][0], uid=told[-1][1]) if more else None
    return Listing(_gathered([row[2] for row in told]), cursors.written(cursor) if cursor else None)


def _happened(
    runner: Runner, account: str, asked: MetParameters, seen: tuple[datetime, str] | None
) -> tuple[list[Interaction], list[Turn]]:
    """What happened after what was seen, one more of each than a page has."""
    return timeline_of(
        runner,
        account=account,
        when=asked.when,
        met_after=_met_after(seen),
        turn_after=_turn_after(seen),
        limit=asked.limit + 1,
    )


def _told(
    met: list[Interaction], came: list[Turn], asked: MetParameters, beyond: Callable[[Interaction], list[Interaction]]
) -> tuple[list[Keyed], bool]:
    """The page of both, each with its moment and its key, with all parts of its last event; whether others follow."""
    keyed = _keyed(met, came, asked.since)
    last = _event(keyed[asked.limit - 1]) if len(keyed) > asked.limit else None
    more: list[Interaction] = []
    if last and len(met) > asked.limit and met[-1].event == last:
        more = beyond(met[-1])
        keyed = _keyed([*met, *more], came, asked.since)
    rest = takewhile(lambda row: last is not None and _event(row) == last, keyed[asked.limit :])
    told = [*keyed[: asked.limit], *rest]
    return told, len(keyed) > len(told) or len(more) == LOOKED


def _keyed(met: Sequence[Interaction], came: Sequence[Turn], since: date | None) -> list[Keyed]:
    """What happened since a day, the latest first, and that of one moment by key."""
    keyed: list[Keyed] = [
        *((one.at, _MET + one.key, one) for one in met),
        *((start_of_day(turn.day), turn.key, turn) for turn in came),
    ]
    keyed.sort(key=lambda row: row[1])
    keyed.sort(key=lambda row: row[0], reverse=True)
    first = start_of_day(since) if since else None
    return [row for row in keyed if first is None or row[0] >= first]


def _event(row: Keyed) -> str | None:
    """The event that a row is a part of, None for a turn."""
    return row[2].event if isinstance(row[2], Interaction) else None


def _met_after(seen: tuple[datetime, str] | None) -> tuple[datetime, str] | None:
    """From where interactions go on: those of the same moment stand before some kinds of turns, and after others."""
    if seen is None:
        return None
    at, key = seen
    return at, key.removeprefix(_MET) if key.startswith(_MET) else ("" if key < _MET else _PAST_ALL)


def _turn_after(seen: tuple[datetime, str] | None) -> tuple[date, str] | None:
    """From where turns go on: a turn stands at the start of its day."""
    if seen is None:
        return None
    at, key = seen
    return (at.date(), key) if at == start_of_day(at.date()) else (at.date() + timedelta(days=1), _PAST_ALL)


def _gathered(rows: Sequence[Interaction | Turn]) -> list[Happening]:
    """The rows as they are told: the parts of one meeting as one."""
    told: list[Happening] = []
    for row in rows:
        if isinstance(row, Turn):
            told.append(Happening(start_of_day(row.day), [], row))
        elif told and told[-1].parts and told[-1].parts[0].event == row.event:
            told[-1].parts.append(row)
        else:
            told.append(Happening(row.at, [row], None))
    return told

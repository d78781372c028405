"""Lists page by page, for the API and the pages alike: the rows of one page, and the cursor of the one that follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from graphcrm.dates import moment
from graphcrm.graph import Runner
from graphcrm.queries.accounts.people import Person
from graphcrm.queries.accounts.people import people as people_of
from graphcrm.queries.colleagues.acquaintance import Acquaintance
from graphcrm.queries.colleagues.colleagues import Colleagues, key
from graphcrm.queries.colleagues.colleagues import colleagues as colleagues_of
from graphcrm.queries.contacts.interactions import Interaction
from graphcrm.queries.contacts.interactions import interactions as interactions_with
from graphcrm.queries.moves.moves_since import Move, moves_since
from graphcrm.queries.records.entry import Entry
from graphcrm.queries.search.find import Match, find
from graphcrm.web.asking import cursors
from graphcrm.web.asking.cursors import (
    AfterColleague,
    AfterInteraction,
    AfterMove,
    AfterName,
    AfterSeen,
    AfterUid,
    Cursor,
)
from graphcrm.web.asking.parameters import (
    LIMIT_MOST,
    ColleaguesParameters,
    ListParameters,
    MovesParameters,
    PageParameters,
    PeopleParameters,
)

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """One page of rows; `cursor` is None on the last one."""

    rows: list[Row]
    cursor: str | None


def records(runner: Runner, label: str, listing: Callable[..., list[Entry]], asked: ListParameters) -> Listing[Entry]:
    """One page of the records of a label, by name."""
    of = cursors.question(label, None, asked.as_of)
    after = cursors.read(asked.cursor, AfterName, of) or AfterName(of=of, name="", uid="")
    rows = listing(runner, after_name=after.name, after_uid=after.uid, limit=asked.limit + 1)
    return _cut(rows, asked.limit, lambda last: AfterName(of=of, name=last.name, uid=last.uid))


def matches(runner: Runner, label: str, text: str, asked: ListParameters) -> Listing[Match]:
    """One page of the best matches of a search among the records of a label."""
    of = cursors.question(label, text, asked.as_of)
    after = cursors.read(asked.cursor, AfterSeen, of)
    seen = after.seen if after else 0
    found = find(runner, text=text, on=moment(asked.as_of).on, labels=[label.capitalize()], limit=LIMIT_MOST)
    return _cut(found[seen:], asked.limit, lambda _: AfterSeen(of=of, seen=seen + asked.limit))


def people(runner: Runner, account: str, asked: PeopleParameters) -> Listing[Person]:
    """One page of the people of an account."""
    of = cursors.question("people", account, asked.status, asked.as_of)
    after = cursors.read(asked.cursor, AfterUid, of)
    rows = people_of(
        runner,
        account=account,
        status=asked.status,
        on=moment(asked.as_of).on,
        after=after.uid if after else None,
        limit=asked.limit + 1,
    )
    return _cut(rows, asked.limit, lambda last: AfterUid(of=of, uid=last.contact))


def colleagues(
    runner: Runner, contact: str, asked: ColleaguesParameters, on: date
) -> tuple[Listing[Acquaintance], Colleagues]:
    """One page of a contact's colleagues, and what is known of all of them."""
    of = cursors.question("colleagues", contact, asked.account, asked.max_unit, on)
    after = cursors.read(asked.cursor, AfterColleague, of)
    page = colleagues_of(
        runner,
        contact=contact,
        account=asked.account,
        on=on,
        max_unit=asked.max_unit,
        after=(after.strength, after.uid) if after else None,
        limit=asked.limit,
    )
    if not page.more:
        return Listing(page.people, None), page
    strength, uid = key(page.people[-1])
    return Listing(page.people, cursors.written(AfterColleague(of=of, strength=strength, uid=uid))), page


def interactions(runner: Runner, contact: str, asked: PageParameters) -> Listing[Interaction]:
    """One page of the interactions with a contact."""
    of = cursors.question("interactions", contact, asked.as_of)
    after = cursors.read(asked.cursor, AfterInteraction, of)
    rows = interactions_with(
        runner,
        contact=contact,
        before=moment(asked.as_of).before,
        after_at=after.at if after else None,
        after_uid=after.uid if after else None,
        limit=asked.limit + 1,
    )
    return _cut(rows, asked.limit, lambda last: AfterInteraction(of=of, at=last.at, uid=last.uid))


def moves(runner: Runner, asked: MovesParameters) -> Listing[Move]:
    """One page of moves."""
    of = cursors.question("moves", asked.since, asked.account, asked.as_of)
    after = cursors.read(asked.cursor, AfterMove, of)
    on = moment(asked.as_of).on
    rows = moves_since(
        runner,
        since=asked.since_day(on),
        on=on,
        account=asked.account,
        after_on=after.on if after else None,
        after_uid=after.uid if after else None,
        limit=asked.limit + 1,
    )
    return _cut(rows, asked.limit, lambda last: AfterMove(of=of, on=last.moved_on, uid=last.uid))


def _cut(rows: list[Row], limit: int, cursor: Callable[[Row], Cursor]) -> Listing[Row]:
    """The page of rows that are one more than the page takes, if another follows."""
    page = rows[:limit]
    return Listing(page, cursors.written(cursor(page[-1])) if len(rows) > limit else None)

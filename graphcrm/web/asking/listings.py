"""Lists page by page, for the API and the pages alike: the rows of one page, and the cursor of the one that follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

from graphcrm.dates import moment
from graphcrm.errors import InvalidInputError, NotFoundError, said
from graphcrm.graph import Runner
from graphcrm.queries.accounts.account import account as one_account
from graphcrm.queries.accounts.people import Person
from graphcrm.queries.accounts.people import people as people_of
from graphcrm.queries.automations.automations import Automation
from graphcrm.queries.automations.automations import automations as automations_of
from graphcrm.queries.changes.record_exists import record_exists
from graphcrm.queries.changes.revision import Revision
from graphcrm.queries.changes.revisions_on import revisions_on
from graphcrm.queries.changes.trashed import InTrash, trashed
from graphcrm.queries.colleagues.acquaintance import Acquaintance
from graphcrm.queries.colleagues.colleagues import Colleagues, key
from graphcrm.queries.colleagues.colleagues import colleagues as colleagues_of
from graphcrm.queries.contacts.jobs import Job
from graphcrm.queries.contacts.jobs import jobs as jobs_of
from graphcrm.queries.contacts.known_by import known_by as ties_with
from graphcrm.queries.links.link import OneLink
from graphcrm.queries.links.links_of import links_of
from graphcrm.queries.mail.templates import Template
from graphcrm.queries.mail.templates import templates as templates_of
from graphcrm.queries.moves.champions import Champion
from graphcrm.queries.moves.champions import champions as champions_of
from graphcrm.queries.moves.proposed_moves import ProposedMove
from graphcrm.queries.moves.proposed_moves import proposed_moves as find_proposed_moves
from graphcrm.queries.notifications.notifications import Notification
from graphcrm.queries.notifications.notifications import notifications as notifications_of
from graphcrm.queries.ownership.owners import Owner
from graphcrm.queries.ownership.owners import owners as owners_of
from graphcrm.queries.records.entry import Entry
from graphcrm.queries.records.kinds import KINDS
from graphcrm.queries.records.listing import Way, listing
from graphcrm.queries.records.segment import Part
from graphcrm.queries.ties.tie import Tie
from graphcrm.services import groups, segments, tags
from graphcrm.services.records import LABELS
from graphcrm.web.asking import cursors
from graphcrm.web.asking.cursors import Cursor
from graphcrm.web.asking.parameters import (
    ChampionsParameters,
    ColleaguesParameters,
    ListParameters,
    PageParameters,
    PeopleParameters,
    PlainPageParameters,
    ProposedMovesParameters,
    SearchParameters,
)
from graphcrm.web.context import my_uid

_PLACES: Mapping[str, type[cursors.AfterText | cursors.AfterInstant | cursors.AfterNumber]] = {
    "text": cursors.AfterText,
    "instant": cursors.AfterInstant,
    "number": cursors.AfterNumber,
}

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """One page of rows; `cursor` is None on the last one, `back` on the first, and where nobody asks for it."""

    rows: list[Row]
    cursor: str | None
    back: str | None = None


def records(
    runner: Runner,
    kind: str,
    asked: ListParameters,
    *,
    told: bool = False,
    tie_of: str | None = None,
    user: str | None = None,
) -> Listing[Entry]:
    """One page of the records of a kind: those that the filters and the search leave, in the order asked for.

    `told` asks for what the pages' lists tell beside, `tie_of` for a user's ties. `user` is whose groups and segments
    are meant; left out: those of who asks.
    """
    user = user or my_uid()
    known = KINDS[kind].filters
    given = {name: value for name in known if (value := getattr(asked, name, None)) not in {None, ()}}
    if group := given.get("group"):
        with _named("group"):
            groups.one(runner, user, str(group))  # who does not see it is not told who is in it
    for name in {"tag", "tag_not"} & given.keys():
        with _named(name):
            given[name] = tags.standing(runner, str(given[name])).uid
    segment = _segment(runner, kind, asked, user)
    return _records(runner, kind, asked, given, told=told, tie_of=tie_of, segment=segment)


def _segment(runner: Runner, kind: str, asked: ListParameters, user: str) -> Part | None:
    """What the segment that is asked for adds; raises NotFoundError, InvalidInputError, ForbiddenError."""
    uid: str | None = getattr(asked, "segment", None)
    if not uid:
        return None
    if asked.as_of:
        raise InvalidInputError(said("A segment is asked as of today; leave the day out."), field="as_of")
    with _named("segment"):
        return segments.of_list(runner, kind, uid, user, moment(None).on)


@contextmanager
def _named(name: str) -> Iterator[None]:
    """What is not there is wrong with a parameter of the list, and not with its address."""
    try:
        yield
    except NotFoundError as error:
        raise InvalidInputError(error.detail, field=name) from error


def search(runner: Runner, asked: SearchParameters) -> Listing[Entry]:
    """One page of what a search finds among all records."""
    return _records(runner, "record", asked, {})


def _records(
    runner: Runner,
    kind: str,
    asked: ListParameters | SearchParameters,
    filters: dict[str, object],
    *,
    told: bool = False,
    tie_of: str | None = None,
    segment: Part | None = None,
) -> Listing[Entry]:
    search, sort = asked.q, getattr(asked, "sort", None)
    inside = [(segment.conditions, sorted(segment.params.items(), key=str))] if segment else []
    of = cursors.question(kind, search, sort, sorted(filters.items()), asked.as_of, *inside)
    place = _PLACES[Way(KINDS[kind], sort=sort, search=search is not None).by.type]
    back: str | None = getattr(asked, "back", None)
    after = cursors.read(back or asked.cursor, place, of)
    when = moment(asked.as_of)
    rows = listing(
        runner,
        kind=kind,
        on=when.on,
        filters=filters,
        sort=sort,
        search=search,
        after=(after.key, after.uid) if after else None,
        back=back is not None,
        before=when.before if told else None,
        tie_of=tie_of,
        segment=segment,
        past=asked.as_of is not None and asked.as_of < moment(None).on,  # tomorrow, somebody has already
        limit=asked.limit + 1,
    )

    def at(row: Entry) -> Cursor:
        return place.model_validate({"of": of, "key": row.key, "uid": row.tie})

    return _turned(rows, asked, at) if back else _begun(rows, asked, at)


def _begun(rows: list[Entry], asked: PageParameters, at: Callable[[Entry], Cursor]) -> Listing[Entry]:
    """A page, with the way back to the one that it follows."""
    page = cut(rows, asked.limit, at)
    return replace(page, back=cursors.written(at(page.rows[0])) if asked.cursor and page.rows else None)


def _turned(rows: list[Entry], asked: PageParameters, at: Callable[[Entry], Cursor]) -> Listing[Entry]:
    """A page that was read backwards, in its order; one follows, the one from which somebody came back."""
    page = cut(rows, asked.limit, at)
    return Listing(page.rows[::-1], cursors.written(at(page.rows[0])) if page.rows else None, page.cursor)


def people(runner: Runner, account: str, asked: PeopleParameters) -> Listing[Person]:
    """One page of the people of an account."""
    of = cursors.question("people", account, asked.status, asked.as_of)
    after = cursors.read(asked.cursor, cursors.AfterUid, of)
    rows = people_of(
        runner,
        account=account,
        status=asked.status,
        on=moment(asked.as_of).on,
        after=after.uid if after else None,
        limit=asked.limit + 1,
    )
    return cut(rows, asked.limit, lambda last: cursors.AfterUid(of=of, uid=last.contact))


def colleagues(
    runner: Runner, contact: str, asked: ColleaguesParameters, on: date
) -> tuple[Listing[Acquaintance], Colleagues]:
    """One page of a contact's colleagues, and what is known of all of them; raises NotFoundError for the account."""
    if asked.account:
        one_account(runner, uid=asked.account)
    of = cursors.question("colleagues", contact, asked.account, asked.max_unit, on)
    after = cursors.read(asked.cursor, cursors.AfterColleague, of)
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
    return Listing(page.people, cursors.written(cursors.AfterColleague(of=of, strength=strength, uid=uid))), page


def jobs(runner: Runner, contact: str, asked: PageParameters) -> Listing[Job]:
    """One page of a contact's career."""
    of = cursors.question("jobs", contact, asked.as_of)
    after = cursors.read(asked.cursor, cursors.AfterJob, of)
    rows = jobs_of(
        runner,
        contact=contact,
        on=moment(asked.as_of).on,
        after=(after.start_min, after.end_max, after.uid) if after else None,
        limit=asked.limit + 1,
    )
    return cut(
        rows,
        asked.limit,
        lambda last: cursors.AfterJob(of=of, start_min=last.start_min, end_max=last.end_max, uid=last.uid),
    )


def known_by(runner: Runner, contact: str, asked: PageParameters) -> tuple[Listing[Tie], date]:
    """One page of who of us knows a contact, and the day; strengths fade, so all pages are as of one moment."""
    of = cursors.question("known-by", contact, asked.as_of)
    after = cursors.read(asked.cursor, cursors.AfterTie, of)
    when = cursors.state(asked.as_of, after.before if after else None)
    ties = ties_with(runner, contact=contact, before=when.before)
    if after:
        ties = [tie for tie in ties if (-tie.strength, tie.user) > (after.strength, after.uid)]
    page = cut(
        ties,
        asked.limit,
        lambda last: cursors.AfterTie(of=of, before=when.before, strength=-last.strength, uid=last.user),
    )
    return page, when.on


def proposed_moves(runner: Runner, asked: ProposedMovesParameters) -> Listing[ProposedMove]:
    """One page of proposed moves."""
    of = cursors.question("proposed-moves", asked.since, asked.as_of)
    after = cursors.read(asked.cursor, cursors.AfterMove, of)
    on = moment(asked.as_of).on
    rows = find_proposed_moves(
        runner,
        since=asked.since_day(on),
        on=on,
        after_on=after.on if after else None,
        after_uid=after.uid if after else None,
        limit=asked.limit + 1,
    )
    return cut(rows, asked.limit, lambda last: cursors.AfterMove(of=of, on=last.moved_on, uid=last.uid))


def history(runner: Runner, kind: str, uid: str, asked: PlainPageParameters) -> Listing[Revision]:
    """One page of what was done to a record; raises NotFoundError where nothing is known of it."""
    of = cursors.question("history", kind, uid)
    after = cursors.read(asked.cursor, cursors.AfterUid, of)
    rows = revisions_on(runner, label=LABELS[kind], uid=uid, after=after.uid if after else None, limit=asked.limit + 1)
    if not rows and not after and not record_exists(runner, label=LABELS[kind], uid=uid):
        raise NotFoundError(said("There is no %(kind)s %(uid)r.", kind=kind, uid=uid), field=kind)
    return cut(rows, asked.limit, lambda last: cursors.AfterUid(of=of, uid=last.uid))


def links(runner: Runner, label: str, uid: str, asked: PageParameters) -> Listing[OneLink]:
    """One page of the links of an account or a contact."""
    of = cursors.question("links", label, uid, asked.as_of)
    after = cursors.read(asked.cursor, cursors.AfterSpan, of)
    rows = links_of(
        runner,
        label=label,
        uid=uid,
        on=moment(asked.as_of).on,
        after=(after.since, after.until, after.uid) if after else None,
        limit=asked.limit + 1,
    )
    return cut(
        rows, asked.limit, lambda last: cursors.AfterSpan(of=of, since=last.start_min, until=last.end_max, uid=last.uid)
    )


def notifications(runner: Runner, user: str, asked: PlainPageParameters) -> Listing[Notification]:
    """One page of what a user is told, the latest first."""
    of = cursors.question("notifications", user)
    after = cursors.read(asked.cursor, cursors.AfterUid, of)
    rows = notifications_of(runner, user=user, after=after.uid if after else None, limit=asked.limit + 1)
    return cut(rows, asked.limit, lambda last: cursors.AfterUid(of=of, uid=last.uid))


def champions(runner: Runner, user: str, asked: ChampionsParameters) -> Listing[Champion]:
    """One page of the moves that a user was told of, the latest first."""
    of = cursors.question("champions", user, asked.state)
    after = cursors.read(asked.cursor, cursors.AfterMove, of)
    rows = champions_of(
        runner,
        user=user,
        state=asked.state,
        after_on=after.on if after else None,
        after_uid=after.uid if after else None,
        limit=asked.limit + 1,
    )
    return cut(rows, asked.limit, lambda last: cursors.AfterMove(of=of, on=last.moved_on, uid=last.uid))


def automations(runner: Runner, user: str, asked: PlainPageParameters) -> Listing[Automation]:
    """One page of the automations of a user, the oldest first."""
    of = cursors.question("automations", user)
    after = cursors.read(asked.cursor, cursors.AfterUid, of)
    rows = automations_of(runner, user=user, after=after.uid if after else "", limit=asked.limit + 1)
    return cut(rows, asked.limit, lambda last: cursors.AfterUid(of=of, uid=last.uid))


def mail_templates(runner: Runner, user: str, asked: PlainPageParameters) -> Listing[Template]:
    """One page of the mail templates that a user has, the oldest first."""
    of = cursors.question("mail templates", user)
    after = cursors.read(asked.cursor, cursors.AfterUid, of)
    rows = templates_of(runner, user=user, after=after.uid if after else "", limit=asked.limit + 1)
    return cut(rows, asked.limit, lambda last: cursors.AfterUid(of=of, uid=last.uid))


def owners(runner: Runner, kind: str, uid: str, asked: PlainPageParameters) -> Listing[Owner]:
    """One page of who has owned a record."""
    of = cursors.question("owners", kind, uid)
    after = cursors.read(asked.cursor, cursors.AfterSpan, of)
    rows = owners_of(
        runner,
        label=LABELS[kind],
        uid=uid,
        after=(after.since, after.until, after.uid) if after else None,
        limit=asked.limit + 1,
    )
    return cut(
        rows, asked.limit, lambda last: cursors.AfterSpan(of=of, since=last.since, until=last.until, uid=last.uid)
    )


def trash(runner: Runner, asked: PlainPageParameters) -> Listing[InTrash]:
    """One page of what is in the trash."""
    of = cursors.question("trash")
    after = cursors.read(asked.cursor, cursors.AfterInstant, of)
    rows = trashed(
        runner, after_at=after.key if after else None, after_key=after.uid if after else None, limit=asked.limit + 1
    )
    return cut(rows, asked.limit, lambda last: cursors.AfterInstant(of=of, key=last.deleted_at, uid=last.key))


def cut(rows: list[Row], limit: int, cursor: Callable[[Row], Cursor]) -> Listing[Row]:
    """The page of rows that are one more than the page takes, if another follows."""
    page = rows[:limit]
    return Listing(page, cursors.written(cursor(page[-1])) if len(rows) > limit else None)

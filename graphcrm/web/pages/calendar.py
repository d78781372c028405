"""The calendar: what somebody has to do in a month, and its address for their own calendar program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from http import HTTPStatus
from itertools import groupby
from typing import Annotated

from babel.dates import format_date
from dateutil.relativedelta import MO, SU, relativedelta
from flask import Blueprint, Response, render_template, request, url_for
from flask_babel import force_locale, get_locale  # type: ignore[attr-defined]  # it has it, and does not say so
from flask_babel import gettext as _
from pydantic import Field
from werkzeug.wrappers import Response as Answer

from graphcrm.dates import day_in
from graphcrm.errors import ConflictError, NotFoundError, said
from graphcrm.graph import Runner
from graphcrm.queries.users.tokens import Token
from graphcrm.queries.users.tokens import tokens as tokens_of
from graphcrm.queries.users.user_record import user_record
from graphcrm.services import tokens
from graphcrm.services.calendar import Calendar, Entry, calendar
from graphcrm.services.changes import Change, change
from graphcrm.web import feeds
from graphcrm.web.addresses import addresses
from graphcrm.web.asking.parameters import Parameters, Uid, read
from graphcrm.web.audit import author
from graphcrm.web.context import graph, my_day, my_uid, whole_url
from graphcrm.web.languages import in_words, known
from graphcrm.web.pages.forms.saving import notice, press

routes = Blueprint("calendar", __name__)

_MONTH = r"^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$"  # where tasks are due, as services/tasks.py has it
_BACK, _AHEAD = timedelta(days=90), timedelta(days=366)  # of a feed: what was forgotten, and a year


class MonthParameters(Parameters):
    """Of the calendar."""

    month: Annotated[str | None, Field(pattern=_MONTH)] = None
    owner: Uid | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the page, which may be one of the month before or behind."""

    day: date
    entries: list[Entry]


@routes.get("/calendar")
def month() -> str:
    """Show a month of somebody's tasks, one's own where nobody is named."""
    return _page()


def _page(address: str | None = None) -> str:
    asked = read(MonthParameters, request.args)
    first = date.fromisoformat(f"{asked.month}-01") if asked.month else my_day().replace(day=1)
    owner = user_record(graph(), uid=asked.owner or my_uid())
    since, until = _span(first)
    found = calendar(graph(), user=owner.uid, since=since, until=until, today=my_day(), done=True)
    weeks = _weeks(found, since, until)
    before, behind = (_month(first + relativedelta(months=n)) for n in (-1, 1))
    return render_template(
        "calendar/month.html", first=first, before=before, behind=behind, weeks=weeks,
        names=[format_date(day.day, "EEE", get_locale()) for day in weeks[0]], partial=found.partial, owner=owner,
        feeds=_feeds(graph()), address=address,
    )  # fmt: skip


def _month(first: date) -> str | None:
    """A month as the address has it, None where no task is due in it."""
    month = f"{first:%Y-%m}"
    return month if re.fullmatch(_MONTH, month) else None


def _span(first: date) -> tuple[date, date]:
    """The whole weeks of a month, from a Monday to the one behind them."""
    return first + relativedelta(weekday=MO(-1)), first + relativedelta(day=31, weekday=SU(1)) + timedelta(days=1)


def _weeks(found: Calendar, since: date, until: date) -> list[list[Day]]:
    by_day = {day: list(entries) for day, entries in groupby(found.entries, key=lambda entry: entry.day)}
    days = [Day(day, by_day.get(day, [])) for day in _days(since, until)]
    return [days[n : n + 7] for n in range(0, len(days), 7)]


def _days(since: date, until: date) -> Iterator[date]:
    return (since + timedelta(days=n) for n in range((until - since).days))


def _feeds(runner: Runner) -> list[Token]:
    return tokens_of(runner, user=my_uid(), scope=tokens.FEED, limit=tokens.FEEDS_MOST)


@routes.post("/calendar")
def make_feed() -> tuple[str, int]:
    """Make an address of one's tasks for a calendar program, and show it, this once."""
    try:
        token = change(graph(), author(), lambda made: tokens.make_feed(made, my_uid(), name=_("Calendar")))
    except ConflictError as error:
        notice(in_words(error.detail), wrong=True)
        return _page(), error.status
    return _page(whole_url(url_for("calendar.feed", key=token))), HTTPStatus.OK


@routes.post("/calendar/feed/<uid>/remove")
def remove_feed(uid: str) -> Answer:
    """Take such an address away: it answers nothing from now on."""
    back = url_for("calendar.month")

    def work(change: Change) -> str:
        if uid not in {token.uid for token in _feeds(change.tx)}:
            raise NotFoundError(said("There is no such address any more."), field="token")
        tokens.revoke(change, uid, user=my_uid())
        return back

    return press(work, _("The address is gone: whoever had it gets nothing any more."), back, undo_at="")


@routes.get("/calendar/tasks.ics")
def feed() -> Response:
    """The tasks of who made the address, for their calendar program, in their language and their time zone."""
    owner, now = user_record(graph(), uid=my_uid()), datetime.now(UTC)
    today = day_in(owner.timezone, now)
    found = calendar(graph(), user=owner.uid, since=today - _BACK, until=today + _AHEAD, today=today)
    with force_locale(known(owner.locale) or "en"):
        called = _("Tasks of %(name)s", name=owner.name)
    shown = addresses("tasks.task")
    whole = feeds.of_tasks(
        found.entries, called=called, zone=owner.timezone, now=now,
        address=lambda uid: whole_url(shown(uid)),
    )  # fmt: skip
    return Response(whole, content_type=feeds.TYPE)

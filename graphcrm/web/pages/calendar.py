"""The calendar: what somebody has to do in a month, and its address for their own calendar program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from http import HTTPStatus
from itertools import groupby
from typing import Annotated

from babel.dates import format_date
from dateutil.relativedelta import MO, SU, relativedelta
from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask_babel import get_locale
from flask_babel import gettext as _
from pydantic import Field
from werkzeug.wrappers import Response as Answer

from graphcrm.queries.users.tokens import Token
from graphcrm.queries.users.tokens import tokens as tokens_of
from graphcrm.queries.users.user_record import user_record
from graphcrm.services import tokens
from graphcrm.services.calendar import Calendar, Entry, calendar
from graphcrm.services.changes import change
from graphcrm.web import feeds
from graphcrm.web.asking.parameters import Parameters, Uid, read
from graphcrm.web.audit import author
from graphcrm.web.context import graph, my_day, my_uid
from graphcrm.web.pages.forms.saving import notice

routes = Blueprint("calendar", __name__)

_MONTH = r"(19[0-9]{2}|20[0-9]{2}|21[0-9]{2})-(0[1-9]|1[0-2])"  # where tasks are due, as services/tasks.py has it
_BACK, _AHEAD = timedelta(days=90), timedelta(days=366)  # of a feed: what was forgotten, and a year
_FEEDS = 50  # addresses of one user that are shown


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
    found = calendar(graph(), user=owner.uid, since=since, until=until, done=True)
    weeks = _weeks(found, since, until)
    before, behind = (first + relativedelta(months=n) for n in (-1, 1))
    return render_template(
        "calendar/month.html", first=first, before=before, behind=behind, weeks=weeks,
        names=[format_date(day.day, "EEE", get_locale()) for day in weeks[0]], partial=found.partial, owner=owner,
        feeds=_feeds(), address=address,
    )  # fmt: skip


def _span(first: date) -> tuple[date, date]:
    """The whole weeks of a month, from a Monday to the one behind them."""
    return first + relativedelta(weekday=MO(-1)), first + relativedelta(day=31, weekday=SU(1)) + timedelta(days=1)


def _weeks(found: Calendar, since: date, until: date) -> list[list[Day]]:
    by_day = {day: list(entries) for day, entries in groupby(found.entries, key=lambda entry: entry.day)}
    days = [Day(day, by_day.get(day, [])) for day in _days(since, until)]
    return [days[n : n + 7] for n in range(0, len(days), 7)]


def _days(since: date, until: date) -> Iterator[date]:
    return (since + timedelta(days=n) for n in range((until - since).days))


def _feeds() -> list[Token]:
    ours = tokens_of(graph(), user=my_uid(), after_at=None, after_uid="", limit=_FEEDS)
    return [token for token in ours if token.scope == tokens.FEED]


@routes.post("/calendar/feed")
def make_feed() -> Response:
    """Make an address of one's tasks for a calendar program, and show it, this once."""
    made = change(
        graph(), author(), lambda change: tokens.make(change, my_uid(), name=_("Calendar"), scope=tokens.FEED)
    )
    response = Response(_page(url_for("calendar.feed", key=made.token, _external=True)))
    response.headers["Cache-Control"] = "no-store"
    return response


@routes.post("/calendar/feed/<uid>/remove")
def remove_feed(uid: str) -> Answer:
    """Take such an address away: it answers nothing from now on."""
    change(graph(), author(), lambda change: tokens.revoke(change, uid, user=my_uid()))
    notice(_("The address is gone: whoever had it gets nothing any more."), undo_at="")
    return redirect(url_for("calendar.month"), HTTPStatus.SEE_OTHER)


@routes.get("/calendar/tasks.ics")
def feed() -> Response:
    """The tasks of who made the address, for their calendar program."""
    owner, now = user_record(graph(), uid=my_uid()), datetime.now(UTC)
    today = my_day()
    found = calendar(graph(), user=owner.uid, since=today - _BACK, until=today + _AHEAD)
    whole = feeds.of_tasks(
        found.entries, called=_("Tasks of %(name)s", name=owner.name), zone=owner.timezone, now=now,
        address=lambda uid: url_for("tasks.task", uid=uid, _external=True),
    )  # fmt: skip
    return Response(whole, content_type=feeds.TYPE, headers={"Cache-Control": "private, max-age=300"})

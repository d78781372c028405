"""Service requests: one of them, with its clock; and what is asked, on the pages of others."""

from __future__ import annotations

from datetime import UTC, date, datetime

from babel.dates import format_time
from flask import Blueprint, render_template
from flask_babel import get_locale
from flask_babel import gettext as _

from graphcrm.nodes.service_requests import STATUSES
from graphcrm.queries.service_requests.asked import Request, asked
from graphcrm.queries.service_requests.service_request import service_request as one_request
from graphcrm.web.context import graph, my_zone
from graphcrm.web.pages.records.steps import steps_of
from graphcrm.web.pages.shell.layout import can, is_past
from graphcrm.web.pages.words import day, many_of, pair

routes = Blueprint("service_requests", __name__)

_SHOWN = 5  # and one more says that there are others
_HOUR, _DAY = 3_600, 86_400
_IN_HOURS = 2 * _DAY  # what is nearer is told in hours


@routes.get("/service-requests/<uid>")
def service_request(uid: str) -> str:
    """Show a service request."""
    found = one_request(graph(), uid=uid)
    return render_template(
        "service_requests/service_request.html",
        request_=found,
        statuses=STATUSES,
        steps=steps_of("ServiceRequest", uid, None),
    )


@routes.app_template_filter()
def time_left(due: datetime | str, at: datetime | None = None) -> str:
    """How long it is until something is due at a moment, now where none is said; or how late it is."""
    due = datetime.fromisoformat(due) if isinstance(due, str) else due
    seconds = (due - (at or datetime.now(UTC))).total_seconds()
    long = _long(abs(seconds))
    return _("%(time)s left", time=long) if seconds >= 0 else _("%(time)s late", time=long)


@routes.app_template_filter()
def is_late(due: datetime | str, at: datetime | None = None) -> bool:
    """Whether something was due before a moment, now where none is said."""
    due = datetime.fromisoformat(due) if isinstance(due, str) else due
    return due < (at or datetime.now(UTC))


@routes.app_template_filter()
def day_and_time(at: datetime) -> str:
    """A moment where its reader is: 3 May 2026, 14:05."""
    there = at.astimezone(my_zone())
    return f"{day(there)}, {format_time(there, 'HH:mm', locale=get_locale() or 'en')}"


def _long(seconds: float) -> str:
    if seconds < _HOUR:
        return many_of(pair("%(number)s minute", "%(number)s minutes"), seconds // 60)
    if seconds < _IN_HOURS:
        return many_of(pair("%(number)s hour", "%(number)s hours"), seconds // _HOUR)
    return many_of(pair("%(number)s day", "%(number)s days"), seconds // _DAY)


def asked_of(label: str, uid: str, as_of: date | None) -> list[Request] | None:
    """What a customer asks of us; None in the past, and for who may see none."""
    if is_past(as_of) or not can("service_requests.service_request"):
        return None
    return asked(graph(), label=label, uid=uid, limit=_SHOWN + 1)

"""Service requests: one of them, with its clock; and what is asked, on the pages of others."""

from __future__ import annotations

from datetime import UTC, date, datetime

from babel.dates import format_time
from flask import Blueprint, render_template, request, url_for
from flask_babel import get_locale
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from graphcrm.errors import ConflictError, said
from graphcrm.nodes import NODES
from graphcrm.queries.service_requests.asked import Request, asked
from graphcrm.queries.service_requests.service_request import ServiceRequest
from graphcrm.queries.service_requests.service_request import service_request as one_request
from graphcrm.services import service_requests
from graphcrm.services.changes import Change
from graphcrm.web.context import graph, my_zone
from graphcrm.web.pages.forms.fields import of_class
from graphcrm.web.pages.forms.form import Form
from graphcrm.web.pages.forms.saving import Page, keep, press
from graphcrm.web.pages.records.steps import steps_of
from graphcrm.web.pages.shell.layout import can, is_past
from graphcrm.web.pages.words import day, many_of, pair

routes = Blueprint("service_requests", __name__)

_OF_SOLVED = ("solution", "satisfaction", "satisfaction_comment")
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
        steps=steps_of("ServiceRequest", uid, None),
    )


@routes.post("/service-requests/<uid>/status")
def turn(uid: str) -> Response:
    """Say that it is answered, waits, goes on, or is closed or open again."""
    status, was = request.form.get("status", ""), request.form.get("was", "")
    back = url_for("service_requests.service_request", uid=uid)
    waits, closed = _("It waits now, and its clock stands still."), _("It is closed.")
    says = {"open": _("It is open now."), "waiting": waits, "closed": closed}

    def work(change: Change) -> str:
        now = one_request(change.tx, uid=uid).status
        if was not in {"", now}:
            raise ConflictError(said("It is %(status)s by now; look at it again.", status=now), field="status")
        service_requests.edit(change, uid, {"status": status})
        return back

    return press(work, says.get(status, ""), back)


@routes.get("/service-requests/<uid>/solve")
def solving(uid: str) -> str:
    """Ask what was done about it, and how content they were."""
    found = one_request(graph(), uid=uid)
    return _asked(found, _solution(found))


@routes.post("/service-requests/<uid>/solve")
def solve(uid: str) -> Page:
    """Solve it; of one that is solved, say how content they were."""
    found = one_request(graph(), uid=uid)
    form, back = _solution(found), url_for("service_requests.service_request", uid=uid)

    def work(change: Change) -> str:
        done = one_request(change.tx, uid=uid).status in service_requests.DONE
        service_requests.edit(change, uid, form.changed() | ({} if done else {"status": "solved"}))
        return back

    return keep(form, work, _("It is solved."), lambda form: _asked(one_request(graph(), uid=uid), form))


def _solution(found: ServiceRequest) -> Form:
    hidden = graph().sight.hides("service_request")
    fields = of_class(NODES["ServiceRequest"], *(name for name in _OF_SOLVED if name not in hidden))
    return Form([field.put(getattr(found, field.name)) for field in fields], rev=found.rev)


def _asked(found: ServiceRequest, form: Form) -> str:
    done = found.status in service_requests.DONE
    return render_template("service_requests/solve.html", request_=found, form=form, done=done)


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

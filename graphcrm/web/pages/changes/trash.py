"""The trash: put a record there, bring it back, or erase it for ever."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for
from flask_babel import lazy_gettext, ngettext
from werkzeug.wrappers import Response

from graphcrm.queries.changes.in_trash import in_trash
from graphcrm.services import trash
from graphcrm.services.changes import Change
from graphcrm.services.records import LABELS
from graphcrm.web.asking import listings
from graphcrm.web.asking.parameters import PlainPageParameters, read
from graphcrm.web.context import graph
from graphcrm.web.pages.forms.kinds import address, of_each
from graphcrm.web.pages.forms.saving import press, save
from graphcrm.web.pages.words import pair

routes = Blueprint("trash", __name__)

_GONE = {
    "account": lazy_gettext("The account is in the trash."),
    "contact": lazy_gettext("The contact is in the trash."),
    "lead": lazy_gettext("The lead is in the trash."),
    "opportunity": lazy_gettext("The opportunity is in the trash."),
    "contract": lazy_gettext("The contract is in the trash."),
    "order": lazy_gettext("The order is in the trash."),
    "service_request": lazy_gettext("The service request is in the trash."),
    "campaign": lazy_gettext("The campaign is in the trash."),
    "task": lazy_gettext("The task is in the trash."),
    "user": lazy_gettext("The user is in the trash."),
}
_BACK = {
    "account": lazy_gettext("The account is back."),
    "contact": lazy_gettext("The contact is back."),
    "lead": lazy_gettext("The lead is back."),
    "opportunity": lazy_gettext("The opportunity is back."),
    "contract": lazy_gettext("The contract is back."),
    "order": lazy_gettext("The order is back."),
    "service_request": lazy_gettext("The service request is back."),
    "campaign": lazy_gettext("The campaign is back."),
    "task": lazy_gettext("The task is back."),
    "user": lazy_gettext("The user is back."),
}
_ERASED = {
    "account": lazy_gettext("The account is erased."),
    "contact": lazy_gettext("The contact is erased."),
    "lead": lazy_gettext("The lead is erased."),
    "opportunity": lazy_gettext("The opportunity is erased."),
    "contract": lazy_gettext("The contract is erased."),
    "order": lazy_gettext("The order is erased."),
    "service_request": lazy_gettext("The service request is erased."),
    "campaign": lazy_gettext("The campaign is erased."),
    "task": lazy_gettext("The task is erased."),
    "user": lazy_gettext("The user is erased."),
}
# What hangs on a record, by the edges that hold it.
_PARTS = {
    "WORKS_AT": pair("%(num)d job", "%(num)d jobs"),
    "INTERACTED_WITH": pair("%(num)d part in interactions", "%(num)d parts in interactions"),
    "HAS_HANDLE": pair("%(num)d address", "%(num)d addresses"),
    "ASSIGNED_TO": pair("%(num)d owner", "%(num)d owners"),
    "ABOUT": pair("%(num)d mention in a task", "%(num)d mentions in tasks"),
    "OFFERED_TO": pair("%(num)d opportunity and its account", "%(num)d opportunities and their accounts"),
    "OF_ACCOUNT": pair("%(num)d tie to an account", "%(num)d ties to accounts"),
    "CAME_OF": pair("%(num)d tie to an opportunity", "%(num)d ties to opportunities"),
    "INVOLVES": pair("%(num)d part in a sale or a request", "%(num)d parts in sales and requests"),
    "CONVERTED_TO": pair("%(num)d conversion of a lead", "%(num)d conversions of leads"),
    "ATTENDS": pair("%(num)d part in campaigns", "%(num)d parts in campaigns"),
    "RATES": pair("%(num)d rating", "%(num)d ratings"),
}


@routes.get("/trash")
def list_() -> str:
    """Show what is in the trash."""
    page = listings.trash(graph(), read(PlainPageParameters, request.args))
    return render_template("trash/list.html", page=page)


@of_each(routes, "/<uid>/trash", "POST")
def put(kind: str, uid: str) -> Response:
    """Put a record into the trash."""

    def work(change: Change) -> str:
        trash.trash(change, kind, uid)
        return url_for("trash.list_")

    return save(work, str(_GONE[kind]), back=address(kind, uid))


@of_each(routes, "/<uid>/restore", "POST")
def restore(kind: str, uid: str) -> Response:
    """Bring a record back."""

    def work(change: Change) -> str:
        trash.restore(change, kind, uid)
        return address(kind, uid)

    return press(work, str(_BACK[kind]), url_for("trash.list_"))


@of_each(routes, "/<uid>/purge", "GET")
def confirm(kind: str, uid: str) -> str:
    """Say what will be erased, and ask once more."""
    record = in_trash(graph(), label=LABELS[kind], uid=uid)
    parts = [ngettext(*_PARTS[edge], number) for edge, number in record.edges if edge in _PARTS]
    others = any(edge not in _PARTS for edge, _number in record.edges)
    tasks = kind in ("contact", "lead") and any(edge == "ABOUT" for edge, _number in record.edges)
    return render_template("trash/confirm.html", kind=kind, record=record, parts=parts, others=others, tasks=tasks)


@of_each(routes, "/<uid>/purge", "POST")
def purge(kind: str, uid: str) -> Response:
    """Erase a record for ever."""

    def work(change: Change) -> str:
        trash.purge(change, kind, uid)
        return url_for("trash.list_")

    return save(work, str(_ERASED[kind]), for_ever=True)

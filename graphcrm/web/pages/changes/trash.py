"""The trash: put a record there, bring it back, or erase it for ever."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for
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

routes = Blueprint("trash", __name__)


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

    return save(work, f"The {kind} is in the trash.", back=address(kind, uid))


@of_each(routes, "/<uid>/restore", "POST")
def restore(kind: str, uid: str) -> Response:
    """Bring a record back."""

    def work(change: Change) -> str:
        trash.restore(change, kind, uid)
        return address(kind, uid)

    return press(work, f"The {kind} is back.", url_for("trash.list_"))


@of_each(routes, "/<uid>/purge", "GET")
def confirm(kind: str, uid: str) -> str:
    """Say what will be erased, and ask once more."""
    return render_template("trash/confirm.html", kind=kind, record=in_trash(graph(), label=LABELS[kind], uid=uid))


@of_each(routes, "/<uid>/purge", "POST")
def purge(kind: str, uid: str) -> Response:
    """Erase a record for ever."""

    def work(change: Change) -> str:
        trash.purge(change, kind, uid)
        return url_for("trash.list_")

    return save(work, f"The {kind} is erased.", for_ever=True)

"""Saved views: save what a page shows, open it again by a link, and see to those that one has."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from graphcrm.queries.views.views import views as all_views
from graphcrm.services import views as service
from graphcrm.services.changes import Change
from graphcrm.services.views import Shown
from graphcrm.web.addresses import local
from graphcrm.web.asking import views as asking
from graphcrm.web.context import graph, my_uid
from graphcrm.web.pages.forms.saving import press
from graphcrm.web.pages.shell import saved

routes = Blueprint("views", __name__)


@routes.get("/views")
def list_() -> str:
    """Show one's own views and those of one's team."""
    return render_template("views/list.html", views=saved.tabs(all_views(graph(), user=my_uid())))


@routes.get("/views/<uid>")
def open_(uid: str) -> Response:
    """Go to the page of a view: the link that is handed on."""
    return redirect(saved.address(service.one(graph(), my_uid(), uid)))


@routes.post("/views")
def save() -> Response:
    """Save what a page shows under a name, or in the place of a view that there is."""
    back = local(request.form.get("back"))

    def work(change: Change) -> str:
        shown, uid = _shown(), request.form.get("replace")
        if not uid:
            uid = service.create(change, my_uid(), request.form.get("name", ""), shown, shared=_ticked("shared"))
        else:
            service.alter(change, my_uid(), uid, shown=shown)
        return url_for("views.open_", uid=uid) if shown.of == "network" else back

    return press(work, _("The view is saved."), back, undo_at="")


@routes.post("/views/<uid>/rename")
def rename(uid: str) -> Response:
    """Give a view another name."""
    name = request.form.get("name", "")
    return _pressed(lambda change: service.alter(change, my_uid(), uid, name=name), _("The view has another name."))


@routes.post("/views/<uid>/share")
def share(uid: str) -> Response:
    """Share a view with one's team, or no longer."""
    shared = _ticked("shared")
    says = _("Your team sees the view now.") if shared else _("You alone see the view now.")
    return _pressed(lambda change: service.alter(change, my_uid(), uid, shared=shared), says)


@routes.post("/views/<uid>/pin")
def pin(uid: str) -> Response:
    """Pin a view for oneself, or no longer."""
    pinned = _ticked("pinned")
    says = _("The view stands first now.") if pinned else _("The view is no longer pinned.")
    return _pressed(lambda change: service.pin(change, my_uid(), uid, pinned=pinned), says)


@routes.post("/views/<uid>/delete")
def delete(uid: str) -> Response:
    """Delete a view."""
    undo_at = url_for("views.restore", uid=uid)
    return _pressed(lambda change: service.delete(change, my_uid(), uid), _("The view is deleted."), undo_at)


@routes.post("/views/<uid>/restore")
def restore(uid: str) -> Response:
    """Bring back a view that was deleted."""
    return _pressed(lambda change: service.restore(change, my_uid(), uid), _("The view is back."))


def _pressed(do: Callable[[Change], object], says: str, undo_at: str = "") -> Response:
    back = local(request.form.get("back")) if "back" in request.form else url_for("views.list_")

    def work(change: Change) -> str:
        do(change)
        return back

    return press(work, says, back, undo_at=undo_at)


def _shown() -> Shown:
    """What is to be saved; raises InvalidInputError."""
    sent = request.form
    of = sent.get("of", "")
    parameters = asking.parameters(of, sent.get("parameters", ""))
    return Shown(of, parameters, sent.get("target") or None, asking.state(sent.get("state")))


def _ticked(name: str) -> bool:
    return request.form.get(name) == "true"

"""Groups: what there are, and what their users do with them; who is in one is a filter of the lists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from graphcrm.errors import ConflictError, InvalidInputError, StaleError
from graphcrm.queries.groups.groups import all_groups
from graphcrm.services import groups as service
from graphcrm.services.changes import Change
from graphcrm.web.context import graph, my_uid
from graphcrm.web.pages.forms.saving import leading, press, refusal, save

routes = Blueprint("groups", __name__)

_OFFERED = 8
Page = Response | tuple[str, int]


@dataclass(frozen=True, slots=True)
class Typed:
    """A name that was refused: of a new group, or of the one of a uid, and why."""

    name: str
    uid: str | None = None
    wrong: str = ""


@routes.get("/groups")
def list_() -> str:
    """Show one's own groups and those of one's team."""
    return _list()


@routes.get("/groups/suggest")
def suggest() -> str:
    """List the groups in whose names some letters are; `mine`: of one's own alone."""
    q, mine = request.args.get("q", "").strip().casefold(), "mine" in request.args
    found = [one for one in all_groups(graph(), user=my_uid()) if not mine or one.owner == my_uid()]
    return render_template("segments/suggest.html", found=[one for one in found if q in one.name.casefold()][:_OFFERED])


@routes.post("/groups")
def create() -> Page:
    """Make a group."""
    name = request.form.get("name", "")
    return _kept(lambda change: service.create(change, my_uid(), name), _("The group is made."), Typed(name))


@routes.post("/groups/<uid>/rename")
def rename(uid: str) -> Page:
    """Give a group another name."""
    name, says = request.form.get("name", ""), _("The group has another name.")
    return _kept(lambda change: service.alter(change, my_uid(), uid, name=name), says, Typed(name, uid))


@routes.post("/groups/<uid>/share")
def share(uid: str) -> Response:
    """Share a group with one's team, or no longer."""
    shared = request.form.get("shared") == "true"
    says = _("Your team sees the group now.") if shared else _("You alone see the group now.")
    return _pressed(lambda change: service.alter(change, my_uid(), uid, shared=shared), says)


@routes.post("/groups/<uid>/delete")
def delete(uid: str) -> Response:
    """Delete a group; who was in it stays."""
    undo_at = url_for(".restore", uid=uid)
    return _pressed(lambda change: service.delete(change, my_uid(), uid), _("The group is deleted."), undo_at)


@routes.post("/groups/<uid>/restore")
def restore(uid: str) -> Response:
    """Bring back a group that was deleted."""
    return _pressed(lambda change: service.restore(change, my_uid(), uid), _("The group is back."))


def _list(typed: Typed | None = None) -> str:
    found = all_groups(graph(), user=my_uid(), sized=True)
    return render_template("groups/list.html", groups=found, typed=typed)


def _kept(do: Callable[[Change], object], says: str, typed: Typed) -> Page:
    """Save what was typed; where it is refused, show it again, and why."""
    try:
        return save(leading(do, url_for(".list_")), says, undo_at="")
    except (ConflictError, InvalidInputError, StaleError) as error:
        return _list(replace(typed, wrong=refusal(error))), error.status


def _pressed(do: Callable[[Change], object], says: str, undo_at: str = "") -> Response:
    back = url_for(".list_")
    return press(leading(do, back), says, back, undo_at=undo_at)

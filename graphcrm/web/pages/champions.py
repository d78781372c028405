"""Champions moved: the moves that one was told of, each to be acknowledged or dismissed."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from graphcrm.services import news
from graphcrm.services.changes import Change
from graphcrm.web.addresses import local
from graphcrm.web.asking import listings
from graphcrm.web.asking.parameters import ChampionsParameters, read
from graphcrm.web.context import graph, my_uid
from graphcrm.web.pages.forms.saving import press

routes = Blueprint("champions", __name__)


@routes.get("/moves/champions")
def list_() -> str:
    """Show the moves that one was told of, the latest first."""
    asked = read(ChampionsParameters, request.args)
    page = listings.champions(graph(), my_uid(), asked)
    return render_template("moves/champions.html", asked=asked, found=page.rows, cursor=page.cursor)


@routes.post("/moves/<uid>/acknowledge")
def acknowledge(uid: str) -> Response:
    """Say that one sees to a move."""
    return _mark(uid, "acknowledged", _("The move is acknowledged."))


@routes.post("/moves/<uid>/dismiss")
def dismiss(uid: str) -> Response:
    """Say that a move does not matter."""
    return _mark(uid, "dismissed", _("The move is dismissed."))


@routes.post("/moves/<uid>/reopen")
def reopen(uid: str) -> Response:
    """Take that back."""
    return _mark(uid, "new", _("The move is new again."), undoable=False)


def _mark(uid: str, state: str, says: str, *, undoable: bool = True) -> Response:
    back = local(request.form.get("back")) if "back" in request.form else url_for("champions.list_")

    def work(change: Change) -> str:
        news.mark(change, my_uid(), uid, state)
        return back

    return press(work, says, back, undo_at=url_for("champions.reopen", uid=uid) if undoable else "")

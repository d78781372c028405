"""What was done to a record, by whom and why; and taking a change back."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from graphcrm.services.changes import Change
from graphcrm.services.undo import undo as take_back
from graphcrm.web.addresses import local
from graphcrm.web.asking import listings
from graphcrm.web.asking.parameters import PlainPageParameters
from graphcrm.web.asking.parameters import read as asked_of
from graphcrm.web.context import graph, my_uid
from graphcrm.web.pages.changes.story import told
from graphcrm.web.pages.forms.kinds import of_each, read
from graphcrm.web.pages.forms.saving import press

routes = Blueprint("history", __name__)


@of_each(routes, "/<uid>/history", "GET")
def history(kind: str, uid: str) -> str:
    """Show what was done to a record and what hangs on it, latest first."""
    record = read(graph(), kind, uid)
    page = listings.history(graph(), kind, uid, asked_of(PlainPageParameters, request.args))
    changes = told(graph(), page.rows, my_uid())
    return render_template("history/history.html", kind=kind, record=record, changes=changes, cursor=page.cursor)


@routes.post("/changes/<uid>/undo")
def undo(uid: str) -> Response:
    """Take back a change; where it cannot be, say why."""
    back = local(request.form.get("back"))

    def work(change: Change) -> str:
        take_back(change, uid)
        return back

    return press(work, _("Undone."), back)

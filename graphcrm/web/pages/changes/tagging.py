"""Tag a record, and take a tag from it."""

from __future__ import annotations

from flask import Blueprint, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from graphcrm.access import OWNED
from graphcrm.services import tags
from graphcrm.services.changes import Change
from graphcrm.web.pages.forms.kinds import address, of_each
from graphcrm.web.pages.forms.saving import press

routes = Blueprint("tagging", __name__)


@of_each(routes, "/<uid>/tag", "POST", OWNED)
def tag(kind: str, uid: str) -> Response:
    """Tag a record, with a tag that is made where there is none of that name."""
    name, back = request.form.get("tag", "").strip(), address(kind, uid)

    def work(change: Change) -> str:
        tags.tag(change, kind, [uid], name)
        return back

    return press(work, _("Tagged “%(name)s”.", name=name), back, typed="tag")


@of_each(routes, "/<uid>/untag", "POST", OWNED)
def untag(kind: str, uid: str) -> Response:
    """Take a tag from a record."""
    text, back = request.form.get("tag", "").strip(), address(kind, uid)

    def work(change: Change) -> str:
        tags.untag(change, kind, [uid], text)
        return back

    return press(work, _("The tag is taken away."), back)

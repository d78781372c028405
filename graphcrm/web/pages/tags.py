"""Tags: what there are, what each is on, and how they are called, merged and deleted."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from graphcrm.nodes.tags import COLOURS, key_of
from graphcrm.queries.tags.suggested import suggested
from graphcrm.queries.tags.tags import tags as all_tags
from graphcrm.services import tags
from graphcrm.services.changes import Change
from graphcrm.web.context import graph
from graphcrm.web.pages.forms.saving import press

routes = Blueprint("tags", __name__)

_OFFERED, _TEXT_MOST = 8, 60


@routes.get("/tags")
def list_() -> str:
    """Show the tags, and how many records that one sees have each."""
    return render_template("tags/list.html", tags=all_tags(graph()), colours=COLOURS)


@routes.get("/tags/suggest")
def suggest() -> str:
    """List the tags that some letters may mean; of none, the first of all."""
    text = key_of(request.args.get("q", "").strip()[:_TEXT_MOST])
    return render_template("tags/suggest.html", found=suggested(graph(), text=text, limit=_OFFERED))


@routes.post("/tags/<uid>/change")
def change(uid: str) -> Response:
    """Give a tag another name, and another colour."""
    given = {name: request.form.get(name, "") for name in ("name", "colour")}

    def work(change: Change) -> str:
        tags.alter(change, uid, given)
        return _there()

    return press(work, _("The tag is changed."), _there())


@routes.post("/tags/<uid>/merge")
def merge(uid: str) -> Response:
    """Have another tag on whatever has this one, which is deleted."""
    into = request.form.get("into", "").strip()

    def work(change: Change) -> str:
        tags.merge(change, uid, tags.meant(change.tx, into).uid)
        return _there()

    return press(work, _("The tags are one now."), _there())


@routes.post("/tags/<uid>/delete")
def delete(uid: str) -> Response:
    """Delete a tag."""

    def work(change: Change) -> str:
        tags.delete(change, uid)
        return _there()

    return press(work, _("The tag is deleted."), _there())


def _there() -> str:
    return url_for("tags.list_")

"""Tags: what there are, what each is on, and how they are called, merged and deleted."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from graphcrm.errors import ConflictError, InvalidInputError, NotFoundError, StaleError
from graphcrm.nodes.tags import COLOURS, key_of
from graphcrm.queries.tags.suggested import suggested
from graphcrm.queries.tags.tags import tags as all_tags
from graphcrm.services import tags
from graphcrm.services.changes import Change
from graphcrm.web.asking import tags as asking
from graphcrm.web.asking.parameters import read
from graphcrm.web.asking.tags import TagsParameters
from graphcrm.web.context import graph
from graphcrm.web.pages.forms.saving import leading, press, refusal, save

routes = Blueprint("tags", __name__)

_OFFERED, _TEXT_MOST = 8, 60
Page = Response | tuple[str, int]


@routes.get("/tags")
def list_() -> str:
    """Show the tags, and how many records that one sees have each."""
    asked = read(TagsParameters, request.args)
    page = asking.tags(graph(), asked)
    return render_template("tags/list.html", tags=page.rows, cursor=page.cursor, q=asked.q or "", colours=COLOURS)


@routes.get("/tags/suggest")
def suggest() -> str:
    """List the tags that some letters may mean; of none, the first of all."""
    text = key_of(request.args.get("q", "").strip()[:_TEXT_MOST])
    return render_template("tags/suggest.html", found=suggested(graph(), text=text, limit=_OFFERED))


@routes.post("/tags/<uid>/change")
def change(uid: str) -> Page:
    """Give a tag another name, and another colour."""
    given = {name: request.form.get(name, "") for name in ("name", "colour")}
    return _kept(uid, lambda change: tags.alter(change, uid, given), _("The tag is changed."))


@routes.post("/tags/<uid>/merge")
def merge(uid: str) -> Page:
    """Have another tag on whatever has this one, which is deleted."""
    into = request.form.get("into", "").strip()
    return _kept(
        uid, lambda change: tags.merge(change, uid, tags.meant(change.tx, into).uid), _("The tags are one now.")
    )


@routes.post("/tags/<uid>/delete")
def delete(uid: str) -> Response:
    """Delete a tag."""
    return press(leading(lambda change: tags.delete(change, uid), _there()), _("The tag is deleted."), _there())


def _kept(uid: str, do: Callable[[Change], object], says: str) -> Page:
    """Save what was typed; where it is refused, show that tag with it again, and why."""
    try:
        return save(leading(do, _there()), says)
    except (ConflictError, InvalidInputError, NotFoundError, StaleError) as error:
        found, wrong = all_tags(graph(), uid=uid, limit=1), refusal(error)
        if not found:  # somebody has deleted it meanwhile
            raise
    shown = {"tags": found, "cursor": None, "q": "", "colours": COLOURS, "wrong": wrong, "typed": request.form}
    return render_template("tags/list.html", **shown), HTTPStatus.UNPROCESSABLE_ENTITY


def _there() -> str:
    return url_for("tags.list_")

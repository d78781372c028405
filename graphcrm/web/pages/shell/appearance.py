"""How the pages look: light or dark, kept in the session, and in which language, kept with the user."""

from __future__ import annotations

from flask import Blueprint, redirect, request, session
from werkzeug.wrappers import Response

from graphcrm.services import records
from graphcrm.services.changes import change
from graphcrm.web import languages
from graphcrm.web.addresses import local
from graphcrm.web.audit import author
from graphcrm.web.context import graph, my_uid
from graphcrm.web.permission import public

routes = Blueprint("appearance", __name__)

_THEMES = ("light", "dark")
_KEY = "theme"


def theme() -> str | None:
    """The theme that was chosen; None: as the browser has it."""
    return session.get(_KEY)


@routes.post("/appearance", endpoint="theme")
def choose() -> Response:
    """Choose light or dark; anything else is the browser's own again."""
    chosen = request.form.get("theme")
    if chosen in _THEMES:
        session[_KEY] = chosen
    else:
        session.pop(_KEY, None)
    return redirect(local(request.form.get("back")))


@routes.post("/language")
def language() -> Response:
    """Choose the language of one's pages, wherever one signs in; anything else is the browser's own again."""
    asked = request.form.get("language")
    code = asked if asked in languages.LANGUAGES else None
    languages.choose(code)
    change(graph(), author(), lambda made: records.edit(made, "user", my_uid(), {"locale": code}))
    return redirect(local(request.form.get("back")))


@routes.post("/sign-in/language")
@public
def language_of_the_door() -> Response:
    """Choose the language of this browser's pages, before anybody has signed in."""
    languages.choose(request.form.get("language"))
    return redirect(local(request.form.get("back"), at_the_door=True))

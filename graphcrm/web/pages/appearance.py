"""How the pages look: light or dark, kept in the session; without a choice the browser's own."""

from __future__ import annotations

from flask import Blueprint, redirect, request, session
from werkzeug.wrappers import Response

from graphcrm.web.addresses import local

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

"""Reach a company: type its name, and one path by itself, under an address that can be sent to a colleague."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from graphcrm.dates import moment
from graphcrm.queries.paths.one_path import one_path
from graphcrm.queries.records.names import Named, names
from graphcrm.queries.users.users import users
from graphcrm.web.asking import listings
from graphcrm.web.asking.parameters import AsOfParameters, ListParameters, PathsParameters, read
from graphcrm.web.asking.paths import page_of_paths
from graphcrm.web.context import graph
from graphcrm.web.pages.cards import card

routes = Blueprint("reach", __name__)

_MATCHES = 12  # accounts listed at once
_PATHS = 10  # paths of a page: what is read at once, and the search need not go deeper
_RECENT = 6  # targets remembered in a session
_KEY = "targets"


@routes.get("/warm-paths")
def reach() -> str | Response:
    """Show the accounts that a search finds, the recent targets, or all by name; go straight to the only one found."""
    asked = read(ListParameters, request.args)
    page = listings.records(graph(), "account", asked.model_copy(update={"limit": _MATCHES}))
    if is_partial():
        return render_template("reach/matches.html", page=page, q=asked.q)
    if asked.q and len(page.rows) == 1 and asked.cursor is None:
        return redirect(url_for("accounts.warm_paths", uid=page.rows[0].uid))
    return render_template("reach/reach.html", page=page, q=asked.q, recent=[] if asked.q else _recent())


@routes.get("/accounts/<uid>/warm-paths/<way>")
def path(uid: str, way: str) -> str:
    """Show one path alone, with all of its evidence."""
    asked = read(AsOfParameters, request.args)
    user, *people = way.split(",")
    answer = one_path(graph(), target=uid, user=user, people=people, moment=moment(asked.as_of))
    shown = card(answer.paths[0], answer)
    return render_template("reach/path.html", answer=answer, card=shown, as_of=asked.as_of)


def is_partial() -> bool:
    """Whether a part of a page is asked for, to be put into one that is shown already."""
    return request.headers.get("HX-Request") == "true"


def loads_later() -> bool:
    """Whether the answer of a page may be loaded by the page itself: scripts run there, and nobody asks for all."""
    return request.cookies.get("scripts") == "1" and "whole" not in request.args and not is_partial()


def asked_paths() -> PathsParameters:
    """What the address of a page of paths asks: as many as are read at once, unless it says how many."""
    asked = read(PathsParameters, request.args)
    return asked if "limit" in request.args else asked.model_copy(update={"limit": _PATHS})


def found(uid: str, asked: PathsParameters) -> dict[str, Any]:
    """A page of the paths into an account, for a template; it is one of the recent targets then."""
    answer, cursor = page_of_paths(uid, asked)
    _remember(uid)
    cards = [card(path, answer) for path in answer.paths]
    return {"answer": answer, "cards": cards, "next_cursor": cursor, "asked": asked, "as_of": asked.as_of}


def beside(asked: PathsParameters) -> dict[str, Any]:
    """What stands beside the paths, for a template."""
    return {"asked": asked, "as_of": asked.as_of, "users": users(graph(), active_only=True)}


def _remember(uid: str) -> None:
    """Keep an account among the session's recent targets, the last first."""
    kept = [uid, *(one for one in session.get(_KEY, []) if one != uid)][:_RECENT]
    if session.get(_KEY) != kept:
        session[_KEY] = kept


def _recent() -> list[Named]:
    found = {one.uid: one for one in names(graph(), uids=session.get(_KEY, [])) if one.type == "account"}
    return [found[uid] for uid in session.get(_KEY, []) if uid in found]

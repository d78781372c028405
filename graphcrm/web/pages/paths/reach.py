"""Reach a company: type its name, and one path by itself, under an address that can be sent to a colleague."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from flask import Blueprint, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from graphcrm.dates import moment
from graphcrm.exporters import paths
from graphcrm.queries.introductions.introduction import Introduction
from graphcrm.queries.introductions.introductions_of import introductions_of
from graphcrm.queries.paths import WarmPaths
from graphcrm.queries.paths.one_path import one_path
from graphcrm.queries.records.names import Named, names
from graphcrm.queries.users.users import users
from graphcrm.web.asking import listings
from graphcrm.web.asking.parameters import LIMIT_MOST, AsOfParameters, ListParameters, PathsParameters, read
from graphcrm.web.asking.paths import page_of_paths
from graphcrm.web.audit import note
from graphcrm.web.context import graph, reader
from graphcrm.web.pages.paths.cards import card
from graphcrm.web.pages.shell.layout import can, is_past
from graphcrm.web.permission import allow, need_of

routes = Blueprint("reach", __name__)

_MATCHES = 12  # accounts listed at once
_PATHS = 10  # paths of a page: what is read at once, and the search need not go deeper
_RECENT = 6  # targets remembered in a session
_KEY = "targets"
_NOT_IN_A_FILE_NAME = re.compile(r"[^A-Za-z0-9._-]")  # on every system


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
    return render_template(
        "reach/path.html", answer=answer, card=shown, as_of=asked.as_of, under_way=under_way(uid, asked.as_of)
    )


@routes.get("/accounts/<uid>/warm-paths.csv")
def as_csv(uid: str) -> Response:
    """The paths that a page shows, as many as there are at once, as a file with one line a path."""
    return _file(uid, "csv", lambda answer: "".join(paths.as_csv(answer)))


@routes.get("/accounts/<uid>/warm-paths.json")
def as_json(uid: str) -> Response:
    """The same as JSON, with what each path rests on."""
    return _file(uid, "json", paths.as_json)


def _file(uid: str, form: str, written: Callable[[WarmPaths], str]) -> Response:
    """A file of paths, whose making is in the audit log; it takes the right to see paths too."""
    allow(reader(), path, need_of("accounts.warm_paths"))
    asked = read(PathsParameters, request.args).model_copy(update={"limit": LIMIT_MOST, "cursor": None})
    answer, _more = page_of_paths(uid, asked)
    note("export", what=[f"paths {len(answer.paths)}"], records=[f"account {uid}"])
    name = f"warm-paths-{_NOT_IN_A_FILE_NAME.sub('-', uid)}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(written(answer), mimetype="text/csv" if form == "csv" else "application/json", headers=headers)


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
    beside = {"under_way": under_way(uid, asked.as_of), "asked": asked, "as_of": asked.as_of}
    return {**beside, "answer": answer, "cards": cards, "next_cursor": cursor}


def under_way(uid: str, as_of: date | None) -> dict[str, Introduction]:
    """The last introduction that was asked for along each path into an account, by the path's people; one query.

    None on a page of the past: what came of them was not known then.
    """
    shown = can("introductions.list_") and not is_past(as_of)
    known = introductions_of(graph(), label="Account", uid=uid) if shown else []
    return {one.props["way"]: one for one in reversed(known)}


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

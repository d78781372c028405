"""Moves: who moved, what we had with them, and whom we know there now."""

from __future__ import annotations

from datetime import timedelta

from flask import Blueprint, render_template, request

from graphcrm.queries.users.users import users
from graphcrm.web.asking import moves as asking
from graphcrm.web.asking.parameters import MovesParameters, read
from graphcrm.web.context import graph
from graphcrm.web.pages.records.news import news

routes = Blueprint("feed", __name__)

_SHOWN = 20  # each with its evidence: more are not read before the next page is asked for


@routes.get("/moves")
def moves() -> str:
    """Show who moved, the most promising first unless another order is asked for."""
    asked = read(MovesParameters, request.args)
    usual = {"sort": "rank", "limit": _SHOWN}
    asked = asked.model_copy(update={name: value for name, value in usual.items() if name not in request.args})
    page = asking.moves(graph(), asked)
    return render_template(
        "moves/moves.html",
        asked=asked,
        as_of=asked.as_of,
        since=asked.since_day(page.on),
        year_before=page.on - timedelta(days=365),
        news=[news(item) for item in page.feed.items],
        next_cursor=page.cursor,
        partial=page.feed.partial,
        users=users(graph(), active_only=True),
    )

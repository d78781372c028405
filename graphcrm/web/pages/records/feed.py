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


@routes.get("/moves")
def moves() -> str:
    """Show who moved, the most promising first unless another order is asked for."""
    asked = read(MovesParameters, request.args)
    if "sort" not in request.args:
        asked = asked.model_copy(update={"sort": "rank"})
    page = asking.moves(graph(), asked)
    return render_template(
        "moves/moves.html",
        asked=asked,
        as_of=asked.as_of,
        since=asked.since_day(page.on),
        year_before=page.on - timedelta(days=365),
        news=[news(item, page.feed.asked_not) for item in page.feed.items],
        asked_not=page.feed.asked_not,
        next_cursor=page.cursor,
        partial=page.feed.partial,
        users=users(graph(), active_only=True),
    )

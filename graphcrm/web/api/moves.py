"""Moves."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes import moves as shapes
from graphcrm.web.api.shapes.moves import MoveList
from graphcrm.web.asking import moves as asking
from graphcrm.web.asking.parameters import MovesParameters
from graphcrm.web.context import graph

routes = Blueprint("api_moves", __name__)


@routes.get("/moves")
@documented(MoveList, tag("Moves", "Who left where for where, and what it opens to us."), also=(404, 409))
def moves(query: MovesParameters) -> MoveList:
    """Who moved since a day, what we had with them, how both accounts stand with us, and whom we know there now.

    By `sort=rank` the latest 10,000 moves are ranked; `partial` is the day of the first one beyond.
    """
    return shapes.move_list(asking.moves(graph(), query))

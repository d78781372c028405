"""Moves."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.dates import moment
from graphcrm.queries.accounts.account import account
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes import jobs as shapes
from graphcrm.web.api.shapes.jobs import MoveList
from graphcrm.web.asking import listings
from graphcrm.web.asking.parameters import MovesParameters
from graphcrm.web.context import graph

routes = Blueprint("api_moves", __name__)


@routes.get("/moves")
@documented(MoveList, tag("Moves", "Who left where for where."), also=(404,))
def moves(query: MovesParameters) -> MoveList:
    """Who moved since a day, from where to where, latest first."""
    if query.account:
        account(graph(), uid=query.account)
    page = listings.moves(graph(), query)
    return shapes.move_list(page.rows, page.cursor, moment(query.as_of).on)

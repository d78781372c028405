"""Moves."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.dates import moment
from graphcrm.queries.accounts.account import account
from graphcrm.queries.moves.moves_since import moves_since
from graphcrm.web import cursors
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes import jobs as shapes
from graphcrm.web.api.shapes.jobs import MoveList
from graphcrm.web.context import graph
from graphcrm.web.cursors import AfterMove
from graphcrm.web.parameters import MovesParameters

routes = Blueprint("api_moves", __name__)


@routes.get("/moves")
@documented(MoveList, tag("Moves", "Who left where for where."), also=(404,))
def moves(query: MovesParameters) -> MoveList:
    """Who moved since a day, from where to where, latest first."""
    place = account(graph(), uid=query.account).uid if query.account else None
    on = moment(query.as_of).on
    since = query.since_day(on)
    of = cursors.question("moves", query.since, place, query.as_of)
    after = cursors.read(query.cursor, AfterMove, of)
    rows = moves_since(
        graph(),
        since=since,
        on=on,
        account=place,
        after_on=after.on if after else None,
        after_uid=after.uid if after else None,
        limit=query.limit + 1,
    )
    page = rows[: query.limit]
    more = cursors.written(AfterMove(of=of, on=page[-1].moved_on, uid=page[-1].uid)) if len(rows) > len(page) else None
    return shapes.move_list(page, more, on)

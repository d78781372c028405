"""Moves."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.services import news
from graphcrm.services.changes import Change
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes import moves as shapes
from graphcrm.web.api.shapes.moves import ChampionList, MoveList
from graphcrm.web.api.writing import Takes, changing
from graphcrm.web.asking import listings
from graphcrm.web.asking import moves as asking
from graphcrm.web.asking.parameters import ChampionsParameters, MovesParameters
from graphcrm.web.context import graph, my_uid

routes = Blueprint("api_moves", __name__)

_TAG = tag("Moves", "Who left where for where, and what it opens to us.")
_PATH = {"uid": "The move's uid: that of the job that began."}


@routes.get("/moves")
@documented(MoveList, _TAG, also=(404, 409))
def moves(query: MovesParameters) -> MoveList:
    """Who moved since a day, what we had with them, how both accounts stand with us, and whom we know there now.

    By `sort=rank` the latest 10,000 moves are ranked; `partial` is the day of the first one beyond.
    """
    return shapes.move_list(asking.moves(graph(), query))


@routes.get("/moves/champions")
@documented(ChampionList, _TAG)
def champions(query: ChampionsParameters) -> ChampionList:
    """The moves that you were told of: of your contacts, of what you starred, and to or from accounts of your team."""
    return shapes.champion_list(listings.champions(graph(), my_uid(), query))


@routes.post("/moves/<uid>/acknowledge")
@changing(None, _TAG, Takes(status=204), also=(404, 409), path=_PATH)
def acknowledge(change: Change, uid: str) -> None:
    """Say that you have seen a move that you were told of, and see to it."""
    news.mark(change, my_uid(), uid, "acknowledged")


@routes.post("/moves/<uid>/dismiss")
@changing(None, _TAG, Takes(status=204), also=(404, 409), path=_PATH)
def dismiss(change: Change, uid: str) -> None:
    """Say that a move that you were told of does not matter to you."""
    news.mark(change, my_uid(), uid, "dismissed")


@routes.post("/moves/<uid>/reopen")
@changing(None, _TAG, Takes(status=204), also=(404,), path=_PATH)
def reopen(change: Change, uid: str) -> None:
    """Take back that you acknowledged or dismissed a move."""
    news.mark(change, my_uid(), uid, "new")

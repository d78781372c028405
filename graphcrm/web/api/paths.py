"""Warm paths."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.web.api.accounts import TAG, UID
from graphcrm.web.api.openapi import documented
from graphcrm.web.api.shapes import paths as shapes
from graphcrm.web.api.shapes.paths import PathList
from graphcrm.web.asking.parameters import PathsParameters
from graphcrm.web.asking.paths import page_of_paths

routes = Blueprint("api_paths", __name__)


@routes.get("/accounts/<uid>/warm-paths")
@documented(PathList, TAG, also=(404, 409), path=UID)
def warm_paths(uid: str, query: PathsParameters) -> PathList:
    """The warm paths into an account, best first, each hop with its evidence.

    Without `user` it answers for all active users. `max_unit=0&min_score=0` returns all the evidence there is.
    """
    return shapes.path_list(*page_of_paths(uid, query))

"""Users."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.queries.users.user_record import user_record
from graphcrm.web.api.etags import tagged
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes import records as shapes
from graphcrm.web.api.shapes.records import UserBody
from graphcrm.web.asking.parameters import AsOfParameters
from graphcrm.web.context import graph

routes = Blueprint("api_users", __name__)


@routes.get("/users/<uid>")
@documented(UserBody, tag("Users", "One of us."), also=(404,), path={"uid": "The user's uid."})
def user(uid: str, query: AsOfParameters) -> UserBody:  # noqa: ARG001  (what a record says is not dated; the parameter is checked)
    """One user."""
    return tagged(shapes.user_body(user_record(graph(), uid=uid)))

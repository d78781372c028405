"""Coverage: with how many of what is a team's we had to do lately, and with whom we had not."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from graphcrm.queries.access.teams import teams
from graphcrm.queries.users.users import users
from graphcrm.web.asking.coverage import CoverageParameters, covered
from graphcrm.web.asking.parameters import read
from graphcrm.web.context import graph, my_uid

routes = Blueprint("coverage", __name__)


@routes.get("/coverage")
def show() -> str:
    """Show how what is a team's, or one of us's, is covered."""
    asked = read(CoverageParameters, request.args)
    return render_template(
        "coverage/coverage.html",
        asked=asked,
        found=covered(graph(), my_uid(), asked),
        users=users(graph(), active_only=True),
        teams=teams(graph()),
    )

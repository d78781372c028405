"""The board of opportunities, and what is expected of them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, TypeVar

from flask import Blueprint, render_template, request

from graphcrm.queries.access.teams import teams
from graphcrm.queries.users.users import users
from graphcrm.web.asking import opportunities as asking
from graphcrm.web.asking.opportunities import BoardParameters, ForecastParameters, WhoseParameters
from graphcrm.web.asking.parameters import read
from graphcrm.web.context import graph, my_day, my_uid
from graphcrm.web.pages.staging import stages_now

Asked = TypeVar("Asked", bound=WhoseParameters)

routes = Blueprint("board", __name__)

_ME = "me"  # in the place of a user: an address that everybody may be given


@routes.get("/opportunities/board")
def board() -> str:
    """Show the opportunities by stage, to be moved by dragging, by keys, or by a form on each card."""
    asked = read(BoardParameters, request.args)
    return render_template(
        "opportunities/board.html",
        columns=asking.columns(graph(), _meant(asked), stages_now()),
        closed_for=asking.CLOSED_FOR,
        now=datetime.now(UTC),
        **_whose(asked),
    )


@routes.get("/opportunities/forecast")
def forecast() -> str:
    """Show what is expected of open opportunities, by month, currency and owner."""
    asked = read(ForecastParameters, request.args)
    found = asking.expected(graph(), _meant(asked), my_day())
    return render_template("opportunities/forecast.html", found=found, **_whose(asked))


def _meant(asked: Asked) -> Asked:
    return asked.model_copy(update={"owner": my_uid()}) if asked.owner == _ME else asked


def _whose(asked: WhoseParameters) -> dict[str, Any]:
    return {"asked": asked, "users": users(graph(), active_only=True), "teams": teams(graph())}

"""Opportunities: one of them, and the stages that they go through."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.dates import moment
from graphcrm.graph import Runner
from graphcrm.queries.opportunities.opportunity import opportunity as one_opportunity
from graphcrm.queries.opportunities.stages import stages as all_stages
from graphcrm.services import stages as staging
from graphcrm.services.changes import Change
from graphcrm.web.api.etags import tagged
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes import records as shapes
from graphcrm.web.api.shapes.board import Board, board_of
from graphcrm.web.api.shapes.forecast import Forecast, forecast_of
from graphcrm.web.api.shapes.records import OpportunityBody
from graphcrm.web.api.shapes.stages import NewStage, StageBody, StageFields, StageList, stage_body, stage_list
from graphcrm.web.api.writing import Takes, changing
from graphcrm.web.asking import opportunities as asking
from graphcrm.web.asking.opportunities import BoardParameters, ForecastParameters
from graphcrm.web.asking.parameters import AsOfParameters, Parameters
from graphcrm.web.context import graph, my_day

routes = Blueprint("api_opportunities", __name__)

_TAG = tag("Opportunities", "What we may sell to whom, and how far that is.")
_UID = {"uid": "The opportunity's uid."}
_KEY = {"key": "The stage's key."}


@routes.get("/opportunities/<uid>")
@documented(OpportunityBody, _TAG, also=(404,), path=_UID)
def opportunity(uid: str, query: AsOfParameters) -> OpportunityBody:
    """One opportunity, with the owner of the day."""
    return tagged(shapes.opportunity_body(one_opportunity(graph(), uid=uid, on=moment(query.as_of).on)))


@routes.get("/forecast")
@documented(Forecast, _TAG, also=(403,))
def forecast(query: ForecastParameters) -> Forecast:
    """What is expected of open opportunities, by month, currency and owner; amounts of two currencies are not added."""
    return forecast_of(asking.expected(graph(), query, my_day()))


@routes.get("/board")
@documented(Board, _TAG)
def board(query: BoardParameters) -> Board:
    """The board: for each stage how many there are, what they are worth by currency, and the first of them."""
    return board_of(asking.columns(graph(), query, all_stages(graph())))


@routes.get("/stages")
@documented(StageList, _TAG)
def stages(query: Parameters) -> StageList:  # noqa: ARG001  (there are none; others are refused)
    """The stages in their order, those retired too."""
    return stage_list(all_stages(graph()))


@routes.post("/stages")
@changing(StageBody, _TAG, Takes(NewStage, status=201), also=(409,))
def add_stage(change: Change, body: NewStage) -> StageBody:
    """Add a stage."""
    return _stage(change.tx, staging.add(change, body.values()))


@routes.patch("/stages/<key>")
@changing(StageBody, _TAG, Takes(StageFields), also=(404, 409, 412), path=_KEY)
def change_stage(change: Change, key: str, body: StageFields) -> StageBody:
    """Change a stage: its name, its place, how likely it is, and whether anything more comes to it."""
    staging.alter(change, key, body.values())
    return _stage(change.tx, key)


def _stage(runner: Runner, key: str) -> StageBody:
    return stage_body(next(one for one in all_stages(runner) if one.key == key))

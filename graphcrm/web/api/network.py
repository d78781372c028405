"""The network: records, what joins them, what there is around one, and the ways between two (docs/network.md)."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.dates import moment
from graphcrm.queries.explore.around import around as what_is_around
from graphcrm.queries.explore.picture import picture
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes import network as shapes
from graphcrm.web.api.shapes.network import AroundBody, NeighboursBody, PictureBody, WaysBody
from graphcrm.web.asking import network as asking
from graphcrm.web.asking.network import (
    AroundParameters,
    BetweenBody,
    ExpandParameters,
    PathParameters,
    RecordsParameters,
)
from graphcrm.web.context import graph

routes = Blueprint("api_network", __name__)

_TAG = tag("Network", "Records and what joins them.")


@routes.get("/network/records")
@documented(PictureBody, _TAG)
def records(query: RecordsParameters) -> PictureBody:
    """Some records and the edges among them that had begun by the day."""
    when = moment(query.as_of)
    return shapes.picture_body(picture(graph(), query.ids, when, past=query.as_of is not None), when.on)


@routes.post("/network/between")
@documented(PictureBody, _TAG)
def between(json: BetweenBody) -> PictureBody:
    """The same for more records than an address can name; nothing is changed."""
    when = moment(json.as_of)
    return shapes.picture_body(picture(graph(), json.ids, when, past=json.as_of is not None), when.on)


@routes.get("/network/around")
@documented(AroundBody, _TAG, also=(404,))
def around(query: AroundParameters) -> AroundBody:
    """How many edges of each kind a record has."""
    when = moment(query.as_of)
    return shapes.around_body(what_is_around(graph(), query.id, when, past=query.as_of is not None), when.on)


@routes.get("/network/expand")
@documented(NeighboursBody, _TAG, also=(404,))
def expand(query: ExpandParameters) -> NeighboursBody:
    """One page of neighbours by edges of a kind: current before former, the strongest ties first."""
    return shapes.neighbours_body(*asking.expand(graph(), query))


@routes.get("/network/path")
@documented(WaysBody, _TAG, also=(404,))
def path(query: PathParameters) -> WaysBody:
    """Up to three shortest ways between two records, of at most six edges."""
    found, when = asking.ways(graph(), query)
    return shapes.ways_body(found, when.on)

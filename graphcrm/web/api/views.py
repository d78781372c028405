"""Saved views: one's own, and those that one's team shares."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.services import views as service
from graphcrm.services.changes import Change
from graphcrm.web.addresses import V1
from graphcrm.web.api.etags import tagged
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes.views import NewView, ViewBody, ViewChange, ViewList, view_body, view_list
from graphcrm.web.api.writing import Takes, changing
from graphcrm.web.asking import views as asking
from graphcrm.web.asking.parameters import Parameters
from graphcrm.web.asking.views import ViewsParameters
from graphcrm.web.context import graph, my_uid

routes = Blueprint("api_views", __name__)

_TAG = tag("Saved views", "Pages with their parameters under a name: yours, and those that your team shares.")
_PATH = {"uid": "The view's uid."}


@routes.get("/views")
@documented(ViewList, _TAG)
def views(query: ViewsParameters) -> ViewList:
    """The views that you see, the oldest first."""
    page = asking.views(graph(), my_uid(), query)
    return view_list(page.rows, page.cursor)


@routes.get("/views/<uid>")
@documented(ViewBody, _TAG, also=(404,), path=_PATH)
def view(uid: str, query: Parameters) -> ViewBody:  # noqa: ARG001  (there are none; others are refused)
    """One view, with its state."""
    return tagged(view_body(service.one(graph(), my_uid(), uid)))


@routes.post("/views")
@changing(ViewBody, _TAG, Takes(body=NewView, status=201, under=f"{V1}/views"), also=(409,))
def save_view(change: Change, body: NewView) -> ViewBody:
    """Save a view."""
    uid = service.create(change, my_uid(), body.name, body.shown(), shared=body.shared)
    return view_body(service.one(change.tx, my_uid(), uid))


@routes.patch("/views/<uid>")
@changing(ViewBody, _TAG, Takes(body=ViewChange), also=(404, 412), path=_PATH)
def change_view(change: Change, uid: str, body: ViewChange) -> ViewBody:
    """Give a view of yours another name, share it or no longer."""
    return view_body(service.alter(change, my_uid(), uid, name=body.name, shared=body.shared))


@routes.delete("/views/<uid>")
@changing(None, _TAG, Takes(status=204), also=(404, 412), path=_PATH)
def delete_view(change: Change, uid: str) -> None:
    """Delete a view of yours, for everybody; for a day the web application can bring it back."""
    service.delete(change, my_uid(), uid)

"""Segments: one's own, and those that one's team shares; who is in one is a filter of the lists."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.services import segments as service
from graphcrm.services.changes import Change
from graphcrm.services.conditions import checked
from graphcrm.web.addresses import V1
from graphcrm.web.api.etags import tagged
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes.segments import (
    NewSegment,
    Preview,
    Question,
    SegmentBody,
    SegmentChange,
    SegmentList,
    segment_body,
    segment_list,
)
from graphcrm.web.api.writing import Takes, changing
from graphcrm.web.asking import segments as asking
from graphcrm.web.asking.parameters import Parameters
from graphcrm.web.asking.segments import SegmentsParameters
from graphcrm.web.context import graph, my_uid

routes = Blueprint("api_segments", __name__)

_TAG = tag(
    "Segments", "Questions over records, asked anew each time: `GET /contacts?segment=UID` answers who is in one."
)
_PATH = {"uid": "The segment's uid."}


@routes.get("/segments")
@documented(SegmentList, _TAG)
def segments(query: SegmentsParameters) -> SegmentList:
    """The segments that you see, the oldest first."""
    page = asking.segments(graph(), my_uid(), query)
    return segment_list(page.rows, page.cursor)


@routes.get("/segments/<uid>")
@documented(SegmentBody, _TAG, also=(404,), path=_PATH)
def segment(uid: str, query: Parameters) -> SegmentBody:  # noqa: ARG001  (there are none; others are refused)
    """One segment, with how many are in it day by day."""
    return tagged(segment_body(service.one(graph(), my_uid(), uid)))


@routes.post("/segments")
@changing(SegmentBody, _TAG, Takes(body=NewSegment, status=201, under=f"{V1}/segments"), also=(409,))
def save_segment(change: Change, body: NewSegment) -> SegmentBody:
    """Save a segment."""
    uid = service.create(change, my_uid(), body.name, body.kind, body.conditions, shared=body.shared)
    return segment_body(service.one(change.tx, my_uid(), uid))


@routes.post("/segments/preview")
@changing(Preview, _TAG, Takes(body=Question))
def preview_segment(change: Change, body: Question) -> Preview:
    """Say how many records a question finds, and the first of them; nothing is saved."""
    groups = checked(change.tx, body.kind, body.conditions)
    rows = asking.first(change.tx, body.kind, groups, my_uid())
    return Preview.of(service.size(change.tx, body.kind, groups, my_uid()), rows)


@routes.patch("/segments/<uid>")
@changing(SegmentBody, _TAG, Takes(body=SegmentChange), also=(404, 412), path=_PATH)
def change_segment(change: Change, uid: str, body: SegmentChange) -> SegmentBody:
    """Give a segment of yours another name or other conditions, share it or no longer."""
    given = {"name": body.name, "shared": body.shared, "conditions": body.conditions}
    return segment_body(service.alter(change, my_uid(), uid, **given))  # type: ignore[arg-type]  # each its own


@routes.delete("/segments/<uid>")
@changing(None, _TAG, Takes(status=204), also=(404, 412), path=_PATH)
def delete_segment(change: Change, uid: str) -> None:
    """Delete a segment of yours, for everybody; for a day the web application can bring it back."""
    service.delete(change, my_uid(), uid)

"""Campaigns: one of them, who is asked and comes, and what followed."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint

from graphcrm.dates import moment
from graphcrm.errors import InvalidInputError, said
from graphcrm.graph import Runner
from graphcrm.queries.campaigns.campaign import campaign as one_campaign
from graphcrm.queries.campaigns.effect import effect
from graphcrm.services import attendance
from graphcrm.services.changes import Change, Record
from graphcrm.web.api.bodies import AttendanceFields, AttendanceGone
from graphcrm.web.api.etags import tagged
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes import records as shapes
from graphcrm.web.api.shapes.campaigns import (
    AttendanceChanged,
    AttendanceList,
    EffectBody,
    attendance_list,
    effect_body,
)
from graphcrm.web.api.shapes.records import CampaignBody
from graphcrm.web.api.writing import Takes, changing
from graphcrm.web.asking import campaigns as asking
from graphcrm.web.asking.campaigns import AttendanceParameters, EffectParameters
from graphcrm.web.asking.parameters import AsOfParameters
from graphcrm.web.context import graph, my_uid

routes = Blueprint("api_campaigns", __name__)

_TAG = tag("Campaigns", "A meeting, a training, an exhibition: who is asked, who came, and what followed.")
_UID = {"uid": "The campaign's uid."}


@routes.get("/campaigns/<uid>")
@documented(CampaignBody, _TAG, also=(404,), path=_UID)
def campaign(uid: str, query: AsOfParameters) -> CampaignBody:
    """One campaign, with the owner of the day, and how many are asked and came today."""
    return tagged(shapes.campaign_body(one_campaign(graph(), uid=uid, on=moment(query.as_of).on)))


@routes.get("/campaigns/<uid>/attendance")
@documented(AttendanceList, _TAG, also=(404,), path=_UID)
def attending(uid: str, query: AttendanceParameters) -> AttendanceList:
    """Who is asked to a campaign, and comes, by name."""
    found = one_campaign(graph(), uid=uid)
    return attendance_list(asking.attending(graph(), found.uid, query))


@routes.post("/campaigns/<uid>/attendance")
@changing(AttendanceChanged, _TAG, Takes(AttendanceFields), also=(404, 412), path=_UID)
def attend(change: Change, uid: str, body: AttendanceFields) -> AttendanceChanged:
    """Say of people, one by one or all of a group or a segment, how far their attendance is; a thousand at most.

    `If-Match` names the revision that the campaign must still have.
    """
    people = list(_meant(change.tx, body))
    values = {"status": body.status} | ({"on": body.on} if body.on else {})
    return AttendanceChanged(changed=attendance.put(change, uid, people, values))


@routes.post("/campaigns/<uid>/attendance/remove")
@changing(AttendanceChanged, _TAG, Takes(AttendanceGone), also=(404, 412), path=_UID)
def take_out(change: Change, uid: str, body: AttendanceGone) -> AttendanceChanged:
    """Take people out of a campaign, as if nobody had ever asked them."""
    return AttendanceChanged(changed=attendance.drop(change, uid, list(_named(body))))


@routes.get("/campaigns/<uid>/effect")
@documented(EffectBody, _TAG, also=(404, 422), path=_UID)
def what_followed(uid: str, query: EffectParameters) -> EffectBody:
    """What followed a campaign, of those who came."""
    one_campaign(graph(), uid=uid)
    found = effect(graph(), campaign=uid, days=query.days)
    if found is None:
        raise InvalidInputError(said("start_on is empty; what followed is counted from a day."), field="start_on")
    return effect_body(found, query.days)


def _named(body: AttendanceFields | AttendanceGone) -> Iterator[Record]:
    yield from (("Contact", uid) for uid in body.contacts or ())
    yield from (("Lead", uid) for uid in body.leads or ())


def _meant(runner: Runner, body: AttendanceFields) -> Iterator[Record]:
    yield from _named(body)
    if body.group:
        yield from asking.of_group(runner, my_uid(), body.group)
    if body.segment:
        yield from asking.of_segment(runner, my_uid(), body.segment)

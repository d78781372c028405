"""Leads, and what we had to do with them."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.dates import moment
from graphcrm.queries.leads.lead import lead as one_lead
from graphcrm.web.api.etags import tagged
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes import people as people_shapes
from graphcrm.web.api.shapes import records as shapes
from graphcrm.web.api.shapes.people import InteractionList
from graphcrm.web.api.shapes.records import LeadBody
from graphcrm.web.asking.met import MetParameters, of_lead
from graphcrm.web.asking.parameters import AsOfParameters
from graphcrm.web.context import graph

routes = Blueprint("api_leads", __name__)

_TAG = tag("Leads", "A lead, whose it is, and what we had to do with them.")
_UID = {"uid": "The lead's uid."}


@routes.get("/leads/<uid>")
@documented(LeadBody, _TAG, also=(404,), path=_UID)
def lead(uid: str, query: AsOfParameters) -> LeadBody:
    """One lead, with the owner of the day."""
    return tagged(shapes.lead_body(one_lead(graph(), uid=uid, on=moment(query.as_of).on)))


@routes.get("/leads/<uid>/interactions")
@documented(InteractionList, _TAG, also=(404,), path=_UID)
def lead_interactions(uid: str, query: MetParameters) -> InteractionList:
    """What we had to do with a lead before the day, latest first."""
    when = moment(query.as_of)
    found = one_lead(graph(), uid=uid, on=when.on)
    page = of_lead(graph(), found.uid, query)
    return people_shapes.interaction_list(page.rows, page.cursor, when.on)

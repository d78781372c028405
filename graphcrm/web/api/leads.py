"""Leads."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.dates import moment
from graphcrm.queries.leads.lead import lead as one_lead
from graphcrm.web.api.etags import tagged
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes import records as shapes
from graphcrm.web.api.shapes.records import LeadBody
from graphcrm.web.asking.parameters import AsOfParameters
from graphcrm.web.context import graph

routes = Blueprint("api_leads", __name__)


@routes.get("/leads/<uid>")
@documented(LeadBody, tag("Leads", "A lead, and whose it is."), also=(404,), path={"uid": "The lead's uid."})
def lead(uid: str, query: AsOfParameters) -> LeadBody:
    """One lead, with the owner of the day."""
    return tagged(shapes.lead_body(one_lead(graph(), uid=uid, on=moment(query.as_of).on)))

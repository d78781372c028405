"""Leads become contacts at accounts."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.dates import moment
from graphcrm.queries.leads.alike import alike
from graphcrm.queries.leads.lead import lead as one_lead
from graphcrm.services import conversion
from graphcrm.services.changes import Change
from graphcrm.web.api.edge_bodies import CONVERT, ConvertFields
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes import conversion as shapes
from graphcrm.web.api.shapes.conversion import AlikeList, ConversionBody
from graphcrm.web.api.writing import Takes, changing
from graphcrm.web.asking.parameters import Parameters
from graphcrm.web.context import graph

routes = Blueprint("api_conversion", __name__)

_TAG = tag("Conversion", "Leads that become contacts at accounts.")
_LEAD = {"uid": "The lead's uid."}


@routes.get("/leads/<uid>/alike")
@documented(AlikeList, _TAG, also=(404,), path=_LEAD)
def alike_records(uid: str, query: Parameters) -> AlikeList:  # noqa: ARG001  (there are none; others are refused)
    """Contacts and accounts that a lead may be already, at most five of each: whoever is reached in the same place, the
    company of the lead's domain or of its address, and whoever has the name."""
    on = moment(None).on
    found = one_lead(graph(), uid=uid, on=on)
    return shapes.alike_list(alike(graph(), lead=uid, name=found.name, company=found.company_name, on=on))


@routes.post("/leads/<uid>/convert")
@changing(ConversionBody, _TAG, Takes(CONVERT), also=(404, 409, 412), path=_LEAD)
def convert_lead(change: Change, uid: str, body: ConvertFields) -> ConversionBody:
    """Make a lead a contact, at an account: those that are named, or new ones of what the lead says.

    They have its addresses, its interactions and, where they are nobody's, its owner. 409, with what it became in
    `other`, for a lead that was converted already.
    """
    return shapes.conversion_body(conversion.convert(change, uid, body.asked()))

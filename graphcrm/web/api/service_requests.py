"""Service requests: one of them."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.dates import moment
from graphcrm.queries.service_requests.service_request import service_request as one_request
from graphcrm.web.api.etags import tagged
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes import sales as shapes
from graphcrm.web.api.shapes.sales import ServiceRequestBody
from graphcrm.web.asking.parameters import AsOfParameters
from graphcrm.web.context import graph

routes = Blueprint("api_service_requests", __name__)

_TAG = tag("Service requests", "What is asked of us, and by when it is due.")


@routes.get("/service-requests/<uid>")
@documented(ServiceRequestBody, _TAG, also=(404,), path={"uid": "The service request's uid."})
def service_request(uid: str, query: AsOfParameters) -> ServiceRequestBody:
    """One service request, with the owner of the day."""
    return tagged(shapes.service_request_body(one_request(graph(), uid=uid, on=moment(query.as_of).on)))

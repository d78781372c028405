"""Everything that is kept about one person, to be handed to them (docs/privacy.md)."""

from __future__ import annotations

import re

from flask import Blueprint, Response, after_this_request

from graphcrm.exporters.person import PersonKind, person
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes.person import PersonBody, person_body
from graphcrm.web.asking.parameters import Parameters
from graphcrm.web.audit import deed
from graphcrm.web.context import graph, reader

routes = Blueprint("api_person", __name__)

_TAG = tag("Privacy", "Everything that is kept about one person, in the trash too, as a file to be handed to them.")
_NOT_IN_A_FILE_NAME = re.compile(r"[^A-Za-z0-9._-]")  # on every system


@routes.get("/contacts/<uid>/data")
@documented(PersonBody, _TAG, also=(404,), path={"uid": "The contact's uid."})
def data_of_contact(uid: str, query: Parameters) -> PersonBody:  # noqa: ARG001  (there are none; others are refused)
    """Everything that is kept about a contact, as far as you may see it."""
    return _file("contact", uid)


@routes.get("/leads/<uid>/data")
@documented(PersonBody, _TAG, also=(404,), path={"uid": "The lead's uid."})
def data_of_lead(uid: str, query: Parameters) -> PersonBody:  # noqa: ARG001  (there are none; others are refused)
    """Everything that is kept about a lead, as far as you may see it."""
    return _file("lead", uid)


def _file(kind: PersonKind, uid: str) -> PersonBody:
    body = person_body(person(graph(), kind=kind, uid=uid, reader=reader(), by=deed("export")))
    name = _NOT_IN_A_FILE_NAME.sub("-", f"{kind}-{uid}.json")

    def attach(response: Response) -> Response:
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    after_this_request(attach)
    return body

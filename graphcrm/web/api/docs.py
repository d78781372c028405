"""The API's own description: the OpenAPI document, and the page that shows it."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, render_template

from graphcrm.web import problems
from graphcrm.web.addresses import API, API_DOCS
from graphcrm.web.api.openapi import document

routes = Blueprint("api_docs", __name__)


@routes.get(f"{API}/v1/openapi.json")
def openapi() -> Response:
    """The OpenAPI 3.1 document."""
    return jsonify(document())


@routes.get(API_DOCS)
def docs() -> str:
    """The same, to read."""
    return render_template("api/docs.html", document=document(), codes=problems.codes())

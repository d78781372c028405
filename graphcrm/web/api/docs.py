"""The API's own description: the OpenAPI document, and the page that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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
    return render_template("api/docs.html", document=document(), codes=problems.codes(), type_of=_type)


def _type(schema: Mapping[str, Any]) -> str:
    """The type of a field, in words."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in schema:
        return " or ".join(_type(choice) for choice in schema["anyOf"])
    if "enum" in schema or "const" in schema:
        return " | ".join(map(str, schema.get("enum", [schema.get("const")])))
    if schema.get("type") == "array":
        return f"list of {_type(schema['items'])}"
    return str(schema.get("format") or schema.get("type", "any"))

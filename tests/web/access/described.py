"""What the OpenAPI document says of an address: the operation, and whether an answer is one of those that it names."""

from __future__ import annotations

from schemathesis.checks import CheckFunction, not_a_server_error
from schemathesis.schemas import APIOperation, BaseSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from werkzeug.test import TestResponse

from tests.web.access.asks import Ask

DOCUMENT = "/api/v1/openapi.json"
# Of the answer alone: what is refused that should not be is asked for in test_openapi.py, by who may do everything.
CHECKS: list[CheckFunction] = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
_UNDESCRIBED = {DOCUMENT, "/api/v1/audit.csv"}  # docs/api.md tells of them


def operation_of(document: BaseSchema, ask: Ask) -> APIOperation | None:
    """What the document has of an address; None for a page, and for what is no JSON."""
    path = ask.rule.rule
    if not path.startswith("/api/v1/") or path in _UNDESCRIBED:
        return None
    return document[path.replace("<", "{").replace(">", "}")][ask.method]


def hold(document: BaseSchema, ask: Ask, owner: str, answer: TestResponse) -> None:
    """Hold an answer to what the document says of the address, where it says anything."""
    if operation := operation_of(document, ask):
        asked = operation.Case(path_parameters={"uid": ask.uid(owner)} if ask.of_one else {"uid": "none"})
        asked.validate_response(answer, checks=CHECKS)

"""What changes the graph, sent whatever the OpenAPI document allows and forbids: never a fault of ours."""

from __future__ import annotations

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

DOCUMENT = "/api/v1/openapi.json"
KNOWN = {
    "accounts": ["acme", "globex"], "contacts": ["maya", "tomas"], "leads": ["lead-1"], "users": ["bob", "zoe"],
    "jobs": ["tomas-1", "tomas-2"], "moves": ["tomas-2"], "changes": ["none"],
}  # fmt: skip
# A schema cannot say which dates there are, which words a choice takes, or that a new record needs a name; and a number
# in quotes is taken for one.
BEYOND_SCHEMA = [positive_data_acceptance, negative_data_rejection]


@pytest.fixture
def described(app: Flask, token: str) -> BaseSchema:
    return schemathesis.openapi.from_wsgi(DOCUMENT, app, headers={"Authorization": f"Bearer {token}"})


def writes(described: BaseSchema) -> list[tuple[str, str]]:
    return [
        (path, method.upper())
        for path, methods in described.raw_schema["paths"].items()
        for method in methods
        if method != "get"
    ]


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_whatever_is_sent_is_answered_as_the_document_says(
    described: BaseSchema, token: str, mode: GenerationMode
) -> None:
    headers = {"Authorization": f"Bearer {token}"}
    for path, method in writes(described):
        known = st.sampled_from(KNOWN.get(path.split("/")[3], ["none"]))

        @settings(
            max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None
        )
        @given(case=described[path][method].as_strategy(generation_mode=mode), uid=st.none() | known)
        def send(case: Case, uid: str | None) -> None:
            if uid and case.path_parameters:
                case.path_parameters["uid"] = uid
            answer = case.call(headers=headers)
            case.validate_response(answer, excluded_checks=BEYOND_SCHEMA, headers=headers)

        send()

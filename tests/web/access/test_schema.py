"""The whole API as each role, sent whatever its OpenAPI document allows, about what is theirs, their team's, somebody
else's and nobody's: never a fault of ours, and no answer that the document does not name.

test_openapi.py and test_writing_schema.py ask as one who may do everything, 8 to 12 times an address, and also what the
document forbids, which is refused to every role alike. What a role adds is the refusal, and what is left of an answer
without what may not be seen. These do not depend on much of what is sent, so each role sends one example, another one
than the other roles: 700 in all, 6 an address, which takes two minutes. test_routes.py, which sends each address what is
sensible as each role about each owner, holds its answers to the document too.
"""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.schemas import APIOperation, BaseSchema

from graphcrm.access import SHIPPED
from graphcrm.graph import Graph
from tests.web.access import scene
from tests.web.access.asks import Ask, asks_of
from tests.web.access.described import CHECKS, operation_of

pytestmark = pytest.mark.timeout(600)

# Of what is named in a query or a body, something that is there.
NAMED: dict[str, Any] = {
    "user": "mate", "users": ["me"], "account": "hub", "to_account": "hub", "contacts": ["boss"], "leads": ["L-mate"],
    "owner": "mate", "team": "North",
}  # fmt: skip


def named(sent: object) -> object:
    """What is sent, with something that is there where something is named."""
    return {**sent, **{name: NAMED[name] for name in NAMED.keys() & sent}} if isinstance(sent, dict) else sent


class Sender:
    """Sends what is generated, as one role, in the scene as it was written."""

    def __init__(self, graph: Graph, things: scene.Scene, role: str, headers: dict[str, str]) -> None:
        self.graph, self.things, self.role, self.headers = graph, things, role, headers
        self.fresh = False

    def send(self, ask: Ask, case: Case, owner: str) -> None:
        if not self.fresh:
            self.things.write(self.graph, self.role)
        if ask.of_one:
            case.path_parameters["uid"] = ask.uid(owner)
        case.query, case.body = named(case.query), named(case.body)
        answer = case.call(headers=self.headers)
        self.fresh = ask.method == "GET" or answer.status_code >= 400
        case.validate_response(answer, checks=CHECKS)

    def try_all(self, ask: Ask, operation: APIOperation) -> None:
        @settings(max_examples=1, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        @seed(list(SHIPPED).index(self.role))
        @given(case=operation.as_strategy(generation_mode=GenerationMode.POSITIVE), owner=st.sampled_from(scene.OWNERS))
        def one(case: Case, owner: str) -> None:
            self.send(ask, case, owner)

        one()


@pytest.mark.parametrize("role", SHIPPED)
def test_whatever_a_role_sends_is_answered_as_the_document_says(
    app: Flask, database: Graph, things: scene.Scene, document: BaseSchema, headers: dict[str, str], role: str
) -> None:
    sender = Sender(database, things, role, headers)
    for ask in asks_of(list(app.url_map.iter_rules())):
        if operation := operation_of(document, ask):
            sender.try_all(ask, operation)

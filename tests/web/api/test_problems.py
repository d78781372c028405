"""Every code that the API answers with, provoked as a client would: its status, its field, and what it says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple
from unittest import mock

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from graphcrm.config import Settings
from graphcrm.graph import Graph, Runner
from graphcrm.sealed import Sealer
from graphcrm.services import edges
from graphcrm.services.users import create_token
from graphcrm.web import create_app, problems
from graphcrm.web.asking import doing
from graphcrm.web.permission import public

V1 = "/api/v1"


class World(NamedTuple):
    """Who may be asked, and whose program asks."""

    api: FlaskClient
    app: Flask
    graph: Graph

    def new(self, **values: Any) -> str:
        """The address of a new contact."""
        answer = self.api.post(f"{V1}/contacts", json={"name": "Ada", **values})
        assert answer.status_code == 201, answer.text
        return f"{V1}/contacts/{answer.json['uid']}"

    def as_user(self, user: str) -> FlaskClient:
        client = self.app.test_client()
        client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {create_token(self.graph, user=user)}"
        return client

    def over(self, graph: Graph) -> FlaskClient:
        """The same client, of an app that reaches its database in another way."""
        client = create_app(Settings(secret_key="of this test"), graph).test_client()
        client.environ_base = dict(self.api.environ_base)
        return client


@pytest.fixture
def world(api: FlaskClient, app: Flask, cast: Graph) -> World:
    return World(api, app, cast)


def route(world: World, name: str, view: Callable[[], str]) -> None:
    """A route of its own, open to everybody, for as long as the app lives."""
    world.app.add_url_rule(f"{V1}/{name}", name, public(view))


def invalid(world: World) -> TestResponse:
    return world.api.post(f"{V1}/contacts", json={"name": "Ada", "shoe_size": 38})


def invalid_date(world: World) -> TestResponse:
    return world.api.post(f"{world.new()}/jobs", json={"account": "acme", "start": "2023-02-30"})


def key_reused(world: World) -> TestResponse:
    headers = {"Idempotency-Key": "of two requests"}
    first = world.api.post(f"{V1}/contacts", json={"name": "Ada"}, headers=headers)
    assert first.status_code == 201
    return world.api.post(f"{V1}/contacts", json={"name": "Bo"}, headers=headers)


def not_found(world: World) -> TestResponse:
    return world.api.patch(f"{V1}/contacts/none", json={"name": "Ada"})


def in_trash(world: World) -> TestResponse:
    url = world.new()
    assert world.api.delete(url).status_code == 204
    return world.api.patch(url, json={"name": "Bo"})


def conflict(world: World) -> TestResponse:
    job = {"account": "acme", "start": "2020"}
    url = f"{world.new()}/jobs"
    assert world.api.post(url, json=job).status_code == 201
    return world.api.post(url, json=job)


def changed_since(world: World) -> TestResponse:
    url = world.new()
    change = world.api.patch(url, json={"name": "Bo"}).headers["Change-Id"]
    assert world.api.patch(url, json={"name": "Cy"}).status_code == 200
    return world.api.post(f"{V1}/changes/{change}/undo")


def exists(world: World) -> TestResponse:
    return world.api.post(f"{V1}/users", json={"name": "Another Alice", "email": "Alice@us.example", "role": "rep"})


def not_in_trash(world: World) -> TestResponse:
    return world.api.post(f"{world.new()}/restore")


def stale(world: World) -> TestResponse:
    url = world.new()
    assert world.api.patch(url, json={"name": "Bo"}).status_code == 200
    return world.api.patch(url, json={"name": "Cy"}, headers={"If-Match": '"1"'})


def ambiguous(world: World) -> TestResponse:
    return world.api.get(f"{V1}/accounts/acme/warm-paths?user=us.example")


def not_signed_in(world: World) -> TestResponse:
    return world.app.test_client().post(f"{V1}/contacts", json={"name": "Ada"})


def forbidden(world: World) -> TestResponse:
    event = {"at": "2024-01-01T10:00:00Z", "contacts": ["maya"], "channel": "call", "private": True}
    uid = world.as_user("bob").post(f"{V1}/interactions", json=event).json["uid"]
    return world.api.patch(f"{V1}/interactions/{uid}", json={"subject": "Offer"})


def database(world: World) -> TestResponse:
    with Graph("bolt://127.0.0.1:9", None) as away:  # nobody listens at the port of `discard`
        return world.over(away).get(f"{V1}/accounts")


def query_timeout(world: World) -> TestResponse:
    """Somebody else holds the contact for longer than a change may take."""
    url = world.new()

    def hold(tx: Runner) -> TestResponse:
        tx.write("MATCH (c:Contact {uid: $uid}) SET c.rev = c.rev", uid=url.rpartition("/")[2])
        return world.api.patch(url, json={"name": "Bo"})

    with mock.patch.object(doing, "_TIMEOUT_S", 1.0):
        return world.graph.transaction(hold)


def overtaken(world: World) -> TestResponse:
    """What only an import can do to a change, as it takes no locks of records (tests/test_graph.py, tests/services)."""

    def view() -> str:
        raise edges.overtaken("rating")

    route(world, "overtaken", view)
    return world.api.get(f"{V1}/overtaken")


def too_many_requests(world: World) -> TestResponse:
    client = create_app(Settings(secret_key="of this test", requests_a_minute=1), world.graph).test_client()
    client.environ_base = dict(world.api.environ_base)
    client.get(f"{V1}/me")
    return client.get(f"{V1}/me")


def schema(world: World) -> TestResponse:
    world.graph.write("MATCH (v:SchemaVersion) SET v.version = v.version + 1")
    try:
        return world.api.get("/readyz")
    finally:
        world.graph.write("MATCH (v:SchemaVersion) SET v.version = v.version - 1")


def error(world: World) -> TestResponse:
    """A fault of ours: a route that breaks."""

    def view() -> str:
        raise RuntimeError("the password is swordfish")

    route(world, "broken", view)
    return world.api.get(f"{V1}/broken")


def sealed(world: World) -> TestResponse:
    """A value that was sealed with a key that is gone."""

    def view() -> str:
        return Sealer(["newer"]).open(Sealer(["older"]).seal("swordfish"))

    route(world, "sealed", view)
    return world.api.get(f"{V1}/sealed")


def bad_request(world: World) -> TestResponse:
    """What is no HTTP: the servers before us refuse it as a rule, so a route has to say it."""
    route(world, "garbled", lambda: abort(400, "The request is garbled."))
    return world.api.get(f"{V1}/garbled")


def method_not_allowed(world: World) -> TestResponse:
    return world.api.put(f"{V1}/contacts", json={})


def too_large(world: World) -> TestResponse:
    return world.api.post(f"{V1}/contacts", data=b"{" + b" " * 9_000_000 + b"}")


def mail(world: World) -> TestResponse:
    away = Settings(
        secret_key="of this test", smtp_url="smtp://me:swordfish@127.0.0.1:9", mail_from="crm@us.example",
        url="https://crm.example",
    )  # fmt: skip
    client = create_app(away, world.graph).test_client()
    client.environ_base = dict(world.api.environ_base)
    to = world.new(handles=[{"kind": "email", "value": "ada@them.example"}])
    return client.post(f"{to}/mail", json={"subject": "Hello", "text": "How are you?"})


PROVOKED: dict[Callable[[World], TestResponse], tuple[int, str | None, str]] = {
    invalid: (422, "shoe_size", "shoe_size"),
    invalid_date: (422, "start", "start is '2023-02-30'; there is no such date."),
    key_reused: (422, "Idempotency-Key", "Idempotency-Key"),
    not_found: (404, "contact", "There is no contact 'none'"),
    in_trash: (404, "contact", "is in the trash"),
    conflict: (409, "start", "correct or end that one, or send allow_overlap to keep both."),
    changed_since: (409, "change", "was changed again since, so this cannot be undone; nothing was changed."),
    exists: (409, "email", "alice@us.example"),
    not_in_trash: (409, "contact", "is not in the trash"),
    stale: (412, "If-Match", "nothing of yours was stored. Compare both"),
    ambiguous: (409, "user", "Give the uid."),
    not_signed_in: (401, None, "send an API token: Authorization: Bearer <token>."),
    forbidden: (403, "interaction", "is private: only its users change it. Ask one of them."),
    database: (503, None, "127.0.0.1:9"),
    query_timeout: (504, None, "nothing was changed"),
    overtaken: (409, None, "nothing was changed. Try again."),
    too_many_requests: (429, None, "nothing was done. Ask again in "),
    schema: (503, None, "run `graphcrm db schema`"),
    sealed: (500, None, "it was sealed with a key that is not here, or was changed in the store."),
    error: (500, None, "nothing was changed. The log has it as request "),
    mail: (502, None, "The mail server does not take it"),
    bad_request: (400, None, "The request is garbled."),
    method_not_allowed: (405, None, "not allowed"),
    too_large: (413, None, "exceeds the capacity limit"),
}


@pytest.mark.parametrize("provoke", PROVOKED, ids=lambda provoke: provoke.__name__)
def test_a_client_reads_what_is_wrong_where_and_what_to_do(
    world: World, provoke: Callable[[World], TestResponse]
) -> None:
    world.app.config["PROPAGATE_EXCEPTIONS"] = False
    answer = provoke(world)
    status, field, words = PROVOKED[provoke]
    body: dict[str, Any] = answer.json
    assert (body.get("code"), answer.status_code, body.get("status")) == (provoke.__name__, status, status), body
    assert answer.mimetype == "application/problem+json"
    assert body.get("field") == field
    assert words in body["detail"]
    assert "swordfish" not in answer.text


def test_every_code_that_the_document_names_is_provoked_here() -> None:
    assert {provoke.__name__ for provoke in PROVOKED} == {code for code, *_ in problems.codes()}


def test_a_stale_change_shows_both_versions(world: World) -> None:
    body = stale(world).json
    assert (body["current"]["name"], body["current"]["rev"]) == ("Bo", 2)
    assert body["yours"]["name"] == "Cy"


def test_what_stands_in_the_way_is_named(world: World) -> None:
    body = conflict(world).json
    assert (body["other"]["account"], body["other"]["start"]) == ("acme", "2020")
    assert {candidate["uid"] for candidate in ambiguous(world).json["candidates"]} >= {"alice", "bob"}

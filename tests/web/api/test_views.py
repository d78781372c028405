"""Saved views over the API: who sees them, and what may be kept."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from graphcrm.graph import Graph
from graphcrm.services.users import create_token
from graphcrm.services.views import MOST, STATE_MOST

API = "/api/v1/views"


@pytest.fixture
def views(api: FlaskClient, cast: Graph) -> FlaskClient:
    """Alice's program, before whom nobody has saved a view."""
    cast.write("MATCH (v:SavedView) DETACH DELETE v")
    return api


def program(app: Flask, cast: Graph, user: str) -> FlaskClient:
    client = app.test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {create_token(cast, user=user)}"
    return client


def save(client: FlaskClient, **sent: Any) -> TestResponse:
    return client.post(API, json={"name": "New leads", "of": "leads", "parameters": "status=new", **sent})


def names(client: FlaskClient, query: str = "") -> list[str]:
    answer = client.get(API + query)
    assert answer.status_code == 200, answer.text
    assert answer.json is not None
    return [item["name"] for item in answer.json["items"]]


def test_a_view_is_saved_read_changed_and_deleted(views: FlaskClient) -> None:
    assert names(views) == []
    made = save(views)
    assert made.status_code == 201, made.text
    assert made.json is not None
    address = f"{API}/{made.json['uid']}"
    assert (made.headers["Location"], made.headers["ETag"]) == (address, '"1"')
    assert {name: made.json[name] for name in ("of", "parameters", "shared", "pinned", "target", "state")} == {
        "of": "leads", "parameters": "status=new", "shared": False, "pinned": False, "target": None, "state": None,
    }  # fmt: skip
    assert made.json["owner"] == {"uid": "alice", "name": "Alice"}
    changed = views.patch(address, json={"name": "Fresh leads"}, headers={"If-Match": '"1"'})
    assert changed.status_code == 200, changed.text
    assert names(views, "?of=leads") == ["Fresh leads"]
    assert names(views, "?of=contacts") == []
    assert views.patch(address, json={"name": "Late"}, headers={"If-Match": '"1"'}).status_code == 412
    assert views.delete(address, headers={"If-Match": '"1"'}).status_code == 412
    assert views.delete(address).status_code == 204
    assert views.get(address).status_code == views.delete(address).status_code == 404
    assert names(views) == []


def test_a_team_sees_what_is_shared_and_nobody_else_does(app: Flask, cast: Graph, views: FlaskClient) -> None:
    save(views, name="Mine")
    shared = save(views, name="Ours", shared=True).json
    bob, charlie, frank = (program(app, cast, user) for user in ("bob", "charlie", "frank"))
    assert [names(client) for client in (views, bob, charlie, frank)] == [["Mine", "Ours"], ["Ours"], [], []]
    address = f"{API}/{shared['uid']}"
    assert bob.get(address).status_code == 200
    assert charlie.get(address).status_code == frank.get(address).status_code == 404
    assert bob.patch(address, json={"name": "Bob's"}).status_code == bob.delete(address).status_code == 404
    assert views.patch(address, json={"shared": False}).status_code == 200
    assert names(bob) == []


def test_pages_go_on_where_the_one_before_ended(views: FlaskClient) -> None:
    for name in ("a", "b", "c"):
        save(views, name=name)
    first = views.get(f"{API}?limit=2").json
    assert first is not None
    assert [item["name"] for item in first["items"]] == ["a", "b"]
    assert names(views, f"?limit=2&cursor={first['next_cursor']}") == ["c"]


def test_a_network_has_a_state_and_a_record_that_it_is_about(views: FlaskClient) -> None:
    state = {"open": ["acme", "maya"], "until": "2024"}
    made = save(views, of="network", parameters="as_of=2024-01-01", target="maya", state=state).json
    assert made is not None
    assert (made["state"], made["target"]) == (state, {"uid": "maya", "name": "Maya Lind"})
    paths = save(views, of="paths", parameters="kinds=direct,chain", target="acme")
    assert paths.status_code == 201, paths.text
    assert names(views, "?target=maya") == ["New leads"]


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "x" * 101}, "name"),
        ({"of": "users"}, "of"),
        ({"parameters": "colour=red"}, "colour"),
        ({"parameters": "status=odd"}, "status"),
        ({"parameters": "as_of=2024"}, "as_of"),
        ({"target": "acme"}, "target"),
        ({"of": "paths", "parameters": "", "target": "maya"}, "target"),
        ({"of": "paths", "parameters": "", "target": "none"}, "target"),
        ({"state": {}}, "state"),
        ({"of": "network", "parameters": "", "state": {"x": "y" * STATE_MOST}}, "state"),
        ({"of": "network", "parameters": "", "state": {"x": [[[[[[[[[[[[[[]]]]]]]]]]]]]]}}, "state"),
    ],
)
def test_what_cannot_be_meant_is_refused(views: FlaskClient, sent: dict[str, Any], field: str) -> None:
    answer = save(views, **sent)
    assert answer.status_code == 422, answer.text
    assert answer.json is not None
    assert answer.json["field"] == field
    assert names(views) == []


def test_where_somebody_has_got_to_is_no_part_of_a_view(views: FlaskClient) -> None:
    made = save(views, parameters="status=new&limit=10&cursor=abc&q=").json
    assert made is not None
    assert made["parameters"] == "status=new"


def test_there_is_an_end_to_how_many(views: FlaskClient, cast: Graph) -> None:
    cast.write(
        "MATCH (u:User {uid: 'alice'}) UNWIND range(1, $most) AS n CREATE (u)-[:SAVED]->(:SavedView {uid: 'v' + n, "
        "name: 'v', of: 'leads', parameters: '', rev: 1, created_at: datetime(), updated_at: datetime()})",
        most=MOST,
    )
    assert save(views).status_code == 409
    assert views.delete(f"{API}/v1").status_code == 204
    assert save(views).status_code == 201

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graphcrm.graph import Graph
from graphcrm.queries.audit.entries import entries
from graphcrm.services.users import create_token
from graphcrm.web.identity import CSRF_HEADER
from tests.web.forms import csrf, post

API = "/api/v1/tokens"


@pytest.fixture
def session(browser: FlaskClient) -> FlaskClient:
    """Alice's browser, as a script in it asks the API."""
    browser.environ_base[f"HTTP_{CSRF_HEADER.upper().replace('-', '_')}"] = csrf(browser)
    return browser


def bearing(app: Flask, token: str) -> FlaskClient:
    client = app.test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    return client


def test_one_is_made_in_a_session_shown_once_and_taken_away(app: Flask, session: FlaskClient) -> None:
    made = session.post(API, json={"scope": "write", "name": "backup"})
    assert made.status_code == 201, made.text
    assert made.json is not None
    token = made.json["token"]
    program = bearing(app, token)
    assert program.post("/api/v1/contacts", json={"name": "Ada"}).status_code == 201
    listed = session.get(API)
    assert token not in listed.text
    assert listed.json is not None
    (item,) = (one for one in listed.json["items"] if one["uid"] == made.json["uid"])
    assert (item["name"], item["scope"]) == ("backup", "write")
    assert datetime.fromisoformat(item["used_at"]) > datetime.now(UTC) - timedelta(minutes=5)
    assert session.delete(f"{API}/{item['uid']}").status_code == 204
    assert program.get("/api/v1/accounts").status_code == 401
    assert session.delete(f"{API}/{item['uid']}").status_code == 404


def test_sent_again_with_its_key_it_is_one_token_that_is_not_shown_again(cast: Graph, session: FlaskClient) -> None:
    first, again = (session.post(API, json={"scope": "read"}, headers={"Idempotency-Key": "k"}) for _ in range(2))
    assert first.json is not None
    assert again.json == {**first.json, "token": None}
    kept = cast.read("MATCH (k:IdempotencyKey) RETURN k.answer", str)
    assert not [answer for answer in kept if first.json["token"] in answer]


def test_what_may_only_read_is_refused_everything_else(app: Flask, cast: Graph) -> None:
    reader = bearing(app, create_token(cast, user="alice", scope="read"))
    assert reader.get("/api/v1/accounts").status_code == 200
    assert reader.head("/api/v1/accounts").status_code == 200
    for method, url in (
        ("POST", "/api/v1/contacts"), ("PATCH", "/api/v1/contacts/maya"), ("DELETE", "/api/v1/contacts/maya"),
        ("PUT", "/api/v1/contacts/maya/rating"), ("OPTIONS", "/api/v1/contacts"), ("POST", API),
    ):  # fmt: skip
        answer = reader.open(url, method=method, json={})
        assert answer.json is not None
        assert (answer.status_code, answer.json["code"]) == (403, "forbidden"), (method, url)
        assert "may only read" in answer.json["detail"]
    entry = entries(cast, action="refused", limit=1)[0]
    assert (entry.user, entry.what) == ("alice", ["403 POST api_tokens.make_token"])


def test_what_may_only_read_begins_no_session(app: Flask, cast: Graph) -> None:
    reading = create_token(cast, user="alice", scope="read")
    assert post(app.test_client(), "/sign-in", token=reading).status_code == 401


def test_a_token_makes_no_other(api: FlaskClient) -> None:
    answer = api.post(API, json={"scope": "read"})
    assert answer.json is not None
    assert answer.status_code == 403
    assert "a token makes no other" in answer.json["detail"]


def test_nobody_sees_or_takes_those_of_others(app: Flask, cast: Graph, session: FlaskClient) -> None:
    bob = bearing(app, create_token(cast, user="bob", name="Bob's"))
    (theirs,) = bob.get(API).json["items"]  # type: ignore[index]
    assert theirs["uid"] not in session.get(API).text
    assert session.delete(f"{API}/{theirs['uid']}").status_code == 404
    assert bob.get(API).status_code == 200


def test_pages_hold_every_token_once(session: FlaskClient) -> None:
    for number in range(5):
        session.post(API, json={"scope": "read", "name": str(number)})
    whole = [item["uid"] for item in session.get(API).json["items"]]  # type: ignore[index]
    seen: list[str] = []
    cursor = ""
    while True:
        page = session.get(f"{API}?limit=2{cursor}").json
        assert page is not None
        seen += [item["uid"] for item in page["items"]]
        if not page["next_cursor"]:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert seen == whole
    assert len(seen) >= 5


@pytest.mark.parametrize(
    ("body", "field"),
    [({}, "scope"), ({"scope": "admin"}, "scope"), ({"scope": "read", "expires": "2001-01-01"}, "expires"),
     ({"scope": "read", "expires": "soon"}, "expires"), ({"scope": "read", "user": "bob"}, "user")],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(session: FlaskClient, body: dict[str, str], field: str) -> None:
    answer = session.post(API, json=body)
    assert answer.json is not None
    assert (answer.status_code, answer.json["field"]) == (422, field)

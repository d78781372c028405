"""Signing in by a real provider of OpenID Connect, which runs here and asks for no password."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import logging
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from flask import Flask
from flask.testing import FlaskClient
from oidc_provider_mock import User, run_server_in_thread
from werkzeug.test import TestResponse

from graphcrm.config import Settings
from graphcrm.graph import Graph
from graphcrm.web import create_app
from graphcrm.web.permission import is_public
from tests.web.forms import text
from tests.web.test_permission import PUBLIC

PEOPLE = [
    User(sub="s-bob", claims={"email": "bob@us.example", "email_verified": True}),
    User(sub="s-unsure", claims={"email": "charlie@us.example", "email_verified": False}),
    User(sub="s-text", claims={"email": "charlie@us.example", "email_verified": "true"}),
    User(sub="s-zoe", claims={"email": "zoe@us.example", "email_verified": True}),
    User(sub="s-eve", claims={"email": "eve@us.example", "email_verified": True}),
    User(sub="s-other-bob", claims={"email": "bob@us.example", "email_verified": True}),
]


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    with run_server_in_thread(require_nonce=True, user_claims=PEOPLE) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture
def app(cast: Graph, settings: Settings, issuer: str) -> Iterator[Flask]:
    set_ = {"oidc_issuer": issuer, "oidc_client_id": "graphcrm", "oidc_client_secret": "of ours"}
    yield create_app(dataclasses.replace(settings, **set_), cast)
    cast.write("MATCH (n:Credential|Attempts) DETACH DELETE n")


def begin(client: FlaskClient, query: str = "") -> str:
    """Where the button leads."""
    answer = client.get(f"/sign-in/provider{query}")
    assert answer.status_code == 302, text(answer)
    return answer.headers["Location"]


def consent(address: str, subject: str) -> str:
    """What the provider sends the browser back to."""
    answer = httpx.post(address, data={"sub": subject})
    assert answer.status_code == 302, answer.text
    return str(answer.headers["Location"])


def come(client: FlaskClient, subject: str, query: str = "") -> TestResponse:
    back = urlsplit(consent(begin(client, query), subject))
    assert back.path == "/sign-in/provider/back"
    return client.get(f"{back.path}?{back.query}")


def test_the_button_leads_there_and_back_into_a_session(stranger: FlaskClient, issuer: str) -> None:
    page = stranger.get("/sign-in?next=/accounts/acme")
    assert f"Continue with {urlsplit(issuer).netloc}" in text(page)
    assert 'href="/sign-in/provider?next=/accounts/acme"' in page.text
    answer = come(stranger, "s-bob", "?next=/accounts/acme")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/accounts/acme")
    assert "Bob" in text(stranger.get("/accounts/acme"))


def test_known_by_the_subject_from_then_on(cast: Graph, app: Flask) -> None:
    assert come(app.test_client(), "s-bob").status_code == 303
    cast.write("MATCH (u:User {uid: 'bob'}) SET u.email = 'robert@us.example'")
    try:
        assert come(app.test_client(), "s-bob").status_code == 303
    finally:
        cast.write("MATCH (u:User {uid: 'bob'}) SET u.email = 'bob@us.example'")


@pytest.mark.parametrize(
    ("subject", "said"),
    [("s-unsure", "has verified your e-mail address"), ("s-text", "has verified your e-mail address"),
     ("s-zoe", "Nobody who is active here"), ("s-eve", "Nobody who is active here has the e-mail address eve@us.example")],
)  # fmt: skip
def test_others_are_told_why_they_stay_outside(cast: Graph, stranger: FlaskClient, subject: str, said: str) -> None:
    answer = come(stranger, subject)
    assert answer.status_code == 401
    assert said in text(answer)
    assert stranger.get("/").status_code == 303
    assert cast.read("MATCH (u:User {email: 'eve@us.example'}) RETURN u.uid", str) == []


def test_another_person_with_the_address_is_refused(app: Flask) -> None:
    assert come(app.test_client(), "s-bob").status_code == 303
    answer = come(app.test_client(), "s-other-bob")
    assert answer.status_code == 401
    assert "has another person for bob@us.example than before" in text(answer)


def test_state_nonce_and_pkce_are_sent(stranger: FlaskClient) -> None:
    sent = {name: values[0] for name, values in parse_qs(urlsplit(begin(stranger)).query).items()}
    assert sent["response_type"] == "code"
    assert sent["scope"] == "openid email"
    assert sent["redirect_uri"] == "http://localhost/sign-in/provider/back"
    with stranger.session_transaction() as session:
        kept = session[f"_state_provider_{sent['state']}"]["data"]
    assert kept["nonce"] == sent["nonce"]
    challenge = base64.urlsafe_b64encode(hashlib.sha256(kept["code_verifier"].encode()).digest()).rstrip(b"=").decode()
    assert (sent["code_challenge"], sent["code_challenge_method"]) == (challenge, "S256")


def test_an_answer_to_another_browser_signs_nobody_in(app: Flask) -> None:
    """Login CSRF: an attacker's answer, followed by somebody else."""
    attacker, victim = app.test_client(), app.test_client()
    back = urlsplit(consent(begin(attacker), "s-bob"))
    begin(victim)
    answer = victim.get(f"{back.path}?{back.query}")
    assert answer.status_code == 401
    assert victim.get("/").status_code == 303


def test_an_answer_is_used_once(stranger: FlaskClient) -> None:
    back = urlsplit(consent(begin(stranger), "s-bob"))
    assert stranger.get(f"{back.path}?{back.query}").status_code == 303
    assert stranger.get(f"{back.path}?{back.query}").status_code == 401


def test_a_token_for_another_nonce_is_refused(stranger: FlaskClient) -> None:
    address = begin(stranger)
    state = parse_qs(urlsplit(address).query)["state"][0]
    with stranger.session_transaction() as session:
        kept = session[f"_state_provider_{state}"]
        session[f"_state_provider_{state}"] = {**kept, "data": {**kept["data"], "nonce": "another"}}
    back = urlsplit(consent(address, "s-bob"))
    assert stranger.get(f"{back.path}?{back.query}").status_code == 401


@pytest.mark.parametrize(
    "query", ["", "?code=x", "?state=x", "?code=x&state=y", "?error=access_denied", "?error=x%0Aforged"]
)
def test_anything_else_that_comes_back_signs_nobody_in(
    stranger: FlaskClient, query: str, caplog: pytest.LogCaptureFixture
) -> None:
    answer = stranger.get(f"/sign-in/provider/back{query}")
    assert answer.status_code == 401
    assert "Your provider has not signed you in." in text(answer)
    assert "forged" not in caplog.text + text(answer)


def test_neither_its_secret_nor_its_code_is_in_a_log(stranger: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    back = urlsplit(consent(begin(stranger), "s-bob"))
    caplog.clear()  # the browser is played by a client that logs where it goes
    assert stranger.get(f"{back.path}?{back.query}").status_code == 303
    assert "/sign-in/provider/back" in caplog.text
    assert not [one for one in ("of ours", *parse_qs(back.query)["code"]) if one in caplog.text]


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "/\\evil.example", "/sign-out"])
def test_it_leads_nowhere_else(app: Flask, target: str) -> None:
    client = app.test_client()
    client.get("/sign-in/provider", query_string={"next": target})
    assert come(client, "s-bob", f"?next={target}").headers["Location"] == "/"


def test_the_session_before_knows_nothing_of_the_one_after(stranger: FlaskClient) -> None:
    stranger.get("/sign-in")
    with stranger.session_transaction() as session:
        before = session["csrf"]
    come(stranger, "s-bob")
    with stranger.session_transaction() as session:
        assert session["csrf"] != before
        assert set(session) == {"user", "sessions", "since", "seen", "csrf", "_permanent"}


def test_many_beginnings_fit_into_the_cookie(stranger: FlaskClient) -> None:
    for _ in range(20):
        answer = stranger.get("/sign-in/provider")
    assert len(answer.headers["Set-Cookie"]) < 4_000
    assert come(stranger, "s-bob").status_code == 303


@pytest.mark.parametrize("issuer_", ["http://127.0.0.1:9", "nonsense"])
def test_a_provider_that_is_away_is_said_to_be(cast: Graph, settings: Settings, issuer_: str) -> None:
    away = dataclasses.replace(settings, oidc_issuer=issuer_, oidc_client_id="graphcrm")
    answer = create_app(away, cast).test_client().get("/sign-in/provider")
    assert answer.status_code == 401
    assert "Your provider does not answer as it should." in text(answer)


def test_a_token_of_another_issuer_is_refused(cast: Graph, settings: Settings, issuer: str) -> None:
    """The same server by a name that it does not call itself."""
    other = issuer.replace("localhost", "LOCALHOST")
    client = create_app(dataclasses.replace(settings, oidc_issuer=other, oidc_client_id="graphcrm"), cast).test_client()
    back = urlsplit(consent(begin(client), "s-bob"))
    assert client.get(f"{back.path}?{back.query}").status_code == 401
    assert client.get("/").status_code == 303


def test_two_doors_more_are_public_and_only_where_a_provider_is_set(
    app: Flask, cast: Graph, settings: Settings
) -> None:
    doors = {"sign_in_provider.begin", "sign_in_provider.back"}
    assert {name for name, view in app.view_functions.items() if is_public(view)} == PUBLIC | doors
    plain = create_app(settings, cast)
    assert not doors & set(plain.view_functions)
    assert "Continue with" not in text(plain.test_client().get("/sign-in"))


def test_where_it_comes_back_to_follows_the_setting(cast: Graph, settings: Settings, issuer: str) -> None:
    named = dataclasses.replace(settings, url="https://crm.example/", oidc_issuer=issuer, oidc_client_id="graphcrm")
    address = create_app(named, cast).test_client().get("/sign-in/provider").headers["Location"]
    assert parse_qs(urlsplit(address).query)["redirect_uri"] == ["https://crm.example/sign-in/provider/back"]


@pytest.mark.parametrize(("said", "status"), [({}, 303), ({"sub": "s-other-bob"}, 401)])
def test_an_address_that_is_not_in_the_token_is_asked_for(
    app: Flask, stranger: FlaskClient, monkeypatch: pytest.MonkeyPatch, said: dict[str, str], status: int
) -> None:
    provider = app.extensions["authlib.integrations.flask_client"].create_client("provider")
    token, more = provider.authorize_access_token, provider.userinfo

    def without_address() -> dict[str, Any]:
        answer: dict[str, Any] = token()
        return {
            **answer,
            "userinfo": {name: value for name, value in answer["userinfo"].items() if name[:5] != "email"},
        }

    monkeypatch.setattr(provider, "authorize_access_token", without_address)
    monkeypatch.setattr(provider, "userinfo", lambda **asked: {**more(**asked), **said})
    assert come(stranger, "s-bob").status_code == status

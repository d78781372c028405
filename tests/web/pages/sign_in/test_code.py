"""One-time codes: turned on and off on the account's page, asked for after the password."""

from __future__ import annotations

import re
from datetime import timedelta

import pyotp
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from graphcrm.graph import Graph
from graphcrm.services.sign_in import credentials, links
from tests.web.forms import csrf, post, send, text
from tests.web.forms import links as links_of

from .conftest import GOOD


def secret_on(client: FlaskClient) -> str:
    found = re.search(r'<code class="secret">([A-Z2-7 ]+)</code>', client.get("/me/codes").text)
    assert found
    return found[1].replace(" ", "")


def turned_on(client: FlaskClient) -> tuple[str, TestResponse]:
    """The secret, and the page that follows."""
    secret = secret_on(client)
    answer = send(client, "/me/codes", code=pyotp.TOTP(secret).now(), password=GOOD)
    assert answer.status_code == 200, text(answer)
    return secret, answer


@pytest.fixture
def secret(alice: Graph, signed_in: FlaskClient) -> str:
    """Codes are on; of the minute at hand none was used."""
    secret, _ = turned_on(signed_in)
    alice.write("MATCH (c:Credential) SET c.totp_step = 0")
    return secret


@pytest.fixture
def halfway(secret: str, app: Flask) -> FlaskClient:
    """Alice in another browser, after the password."""
    client = app.test_client()
    answer = post(client, "/sign-in", email="alice@us.example", password=GOOD, next="/accounts/acme")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/sign-in/code")
    return client


def test_they_are_set_up_by_picture_or_text_and_codes_for_a_bad_day_are_shown_once(
    signed_in: FlaskClient, app: Flask
) -> None:
    page = signed_in.get("/me/codes")
    assert page.text.count("<svg") > 1
    assert "style=" not in page.text
    assert signed_in.get("/me/codes").text.count(secret_on(signed_in)[:4])  # the same one after a reload
    secret, answer = turned_on(signed_in)
    codes = re.findall(r"<code>([a-z2-7]{4}(?:-[a-z2-7]{4}){3})</code>", answer.text)
    assert len(set(codes)) == 10
    assert "10 of your recovery codes are left" in text(signed_in.get("/me"))
    assert codes[0] not in signed_in.get("/me").text
    assert signed_in.get("/me/codes").headers["Location"] == "/me"
    assert secret not in signed_in.get("/me").text


@pytest.mark.parametrize(
    ("changed", "said"),
    [({"code": "000000"}, "This code is not right."), ({"password": "no"}, "This is not your password.")],
)
def test_what_is_wrong_is_said_beside_its_field(signed_in: FlaskClient, changed: dict[str, str], said: str) -> None:
    sent = {"code": pyotp.TOTP(secret_on(signed_in)).now(), "password": GOOD} | changed
    answer = send(signed_in, "/me/codes", **sent)
    assert answer.status_code == 422
    assert said in text(answer)
    assert GOOD not in answer.text
    assert "aria-invalid" in answer.text
    assert "Set up" in text(signed_in.get("/me"))


def test_after_the_password_a_code_leads_on(halfway: FlaskClient, secret: str) -> None:
    answer = send(halfway, "/sign-in/code", code=pyotp.TOTP(secret).now())
    assert (answer.status_code, answer.headers["Location"]) == (303, "/accounts/acme")
    assert "Alice" in text(halfway.get("/"))


def test_halfway_in_nothing_is_open(halfway: FlaskClient) -> None:
    for url in ("/", "/me", "/accounts/acme", "/users"):
        assert halfway.get(url).status_code == 303
    assert halfway.get("/api/v1/accounts").status_code == 401
    answer = post(halfway, "/me/password", old=GOOD, password="eight blue bottles", again="eight blue bottles")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/sign-in")
    assert halfway.get("/").status_code == 303


def test_a_code_is_not_taken_twice(halfway: FlaskClient, secret: str, app: Flask) -> None:
    code = pyotp.TOTP(secret).now()
    assert send(halfway, "/sign-in/code", code=code).status_code == 303
    other = app.test_client()
    post(other, "/sign-in", email="alice@us.example", password=GOOD)
    answer = send(other, "/sign-in/code", code=code)
    assert answer.status_code == 401
    assert "it was used already" in text(answer)


def test_wrong_codes_are_counted(halfway: FlaskClient, secret: str) -> None:
    for _ in range(3):
        assert send(halfway, "/sign-in/code", code="000000").status_code == 401
    answer = send(halfway, "/sign-in/code", code=pyotp.TOTP(secret).now())
    assert answer.status_code == 429
    assert answer.headers["Retry-After"]


def test_a_recovery_code_does_too(signed_in: FlaskClient, app: Flask) -> None:
    _, answer = turned_on(signed_in)
    (code, *_) = re.findall(r"<code>([a-z2-7-]{19})</code>", answer.text)
    client = app.test_client()
    post(client, "/sign-in", email="alice@us.example", password=GOOD)
    assert send(client, "/sign-in/code", code=code).status_code == 303
    assert "9 of your recovery codes are left" in text(client.get("/me"))


def test_it_is_over_after_five_minutes(halfway: FlaskClient, secret: str) -> None:
    form = {"csrf": csrf(halfway, "/sign-in/code"), "code": pyotp.TOTP(secret).now()}
    with halfway.session_transaction() as session:
        session["half_since"] -= timedelta(minutes=5, seconds=1)
    answer = halfway.post("/sign-in/code", data=form)
    assert answer.status_code == 401
    assert "That took too long" in text(answer)
    assert halfway.get("/sign-in/code").headers["Location"] == "/sign-in"


def test_a_new_password_ends_what_was_halfway(alice: Graph, halfway: FlaskClient, secret: str) -> None:
    form = {"csrf": csrf(halfway, "/sign-in/code"), "code": pyotp.TOTP(secret).now()}
    credentials.set_password(alice, user="alice", password="eight blue bottles")
    assert halfway.post("/sign-in/code", data=form).status_code == 401
    assert halfway.get("/").status_code == 303


def test_without_the_password_no_code_is_asked_for(stranger: FlaskClient, secret: str) -> None:
    assert stranger.get("/sign-in/code").headers["Location"] == "/sign-in"
    assert post(stranger, "/sign-in/code", code=pyotp.TOTP(secret).now()).status_code == 401
    assert stranger.get("/").status_code == 303


def test_who_sets_a_password_by_a_link_is_asked_too(alice: Graph, stranger: FlaskClient, secret: str) -> None:
    page = f"/sign-in/link?key={links.invite(alice, user='alice')[1]}"
    answer = send(stranger, page, "/sign-in/link", password="eight blue bottles", again="eight blue bottles")
    assert answer.headers["Location"] == "/sign-in/code"
    assert stranger.get("/").status_code == 303
    assert send(stranger, "/sign-in/code", code=pyotp.TOTP(secret).now()).headers["Location"] == "/"


def test_they_are_turned_off_by_the_password(signed_in: FlaskClient, secret: str) -> None:
    send(signed_in, "/me", "/me/codes/off", password="no")
    assert "This is not your password. Nothing was changed." in text(signed_in.get("/me"))
    send(signed_in, "/me", "/me/codes/off", password=GOOD)
    page = signed_in.get("/me")
    assert "You are asked for no codes any more." in text(page)
    assert "/me/codes" in links_of(page)


@pytest.mark.parametrize("url", ["/me/codes", "/me/codes/off"])
def test_without_the_forms_word_nothing_happens(signed_in: FlaskClient, secret: str, url: str) -> None:
    assert signed_in.post(url, data={"password": GOOD, "code": "000000"}).status_code == 403
    assert "Turn codes off" in text(signed_in.get("/me"))


def test_nor_is_a_code_taken(halfway: FlaskClient, secret: str) -> None:
    sent = {"code": pyotp.TOTP(secret).now()}
    assert halfway.post("/sign-in/code", data=sent).status_code == 403
    assert halfway.post("/sign-in/code", data=sent | {"csrf": csrf(halfway, "/sign-in/code")}).status_code == 303

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask, g
from flask.testing import FlaskClient
from itsdangerous import TimestampSigner

from graphcrm.config import Settings
from graphcrm.graph import Graph
from graphcrm.services.users import create_token
from graphcrm.web import create_app
from graphcrm.web.identity import CSRF_HEADER
from graphcrm.web.needs import NEEDS, Need
from tests.web.forms import csrf, post, text


def test_a_token_opens_the_api(stranger: FlaskClient, token: str) -> None:
    answer = stranger.get("/api/v1/accounts", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    "sent", ["Bearer nonsense", "Bearer", "Bearer ", "Basic YWxpY2U6YQ==", "nonsense", "", "Bearer a b", "Bearer \xff"]
)
def test_anything_else_does_not(stranger: FlaskClient, sent: str) -> None:
    answer = stranger.get("/api/v1/accounts", headers={"Authorization": sent})
    assert answer.status_code == 401
    assert answer.json is not None
    assert answer.json["code"] == "not_signed_in"
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="graphcrm"'


def test_a_bad_token_is_not_made_good_by_a_session(browser: FlaskClient) -> None:
    assert browser.get("/api/v1/accounts").status_code == 200
    assert browser.get("/api/v1/accounts", headers={"Authorization": "Bearer nonsense"}).status_code == 401


def test_a_token_does_not_open_pages(stranger: FlaskClient, token: str) -> None:
    assert stranger.get("/", headers={"Authorization": f"Bearer {token}"}).status_code == 303


def test_tokens_and_sessions_of_who_has_left_stop_working(cast: Graph, api: FlaskClient, browser: FlaskClient) -> None:
    cast.write("MATCH (u:User {uid: 'alice'}) SET u.active = false")
    try:
        assert api.get("/api/v1/accounts").status_code == 401
        assert browser.get("/").status_code == 303
    finally:
        cast.write("MATCH (u:User {uid: 'alice'}) SET u.active = true")


def test_a_user_in_the_trash_is_signed_out_until_they_are_back(app: Flask, cast: Graph) -> None:
    token, other = create_token(cast, user="dana"), create_token(cast, user="frank")
    dana, frank, page = (app.test_client() for _ in range(3))
    post(page, "/sign-in", token=token)
    headers = {"Authorization": f"Bearer {other}"}
    assert frank.delete("/api/v1/users/dana", headers=headers).status_code == 204
    assert dana.get("/api/v1/accounts", headers={"Authorization": f"Bearer {token}"}).status_code == 401
    assert page.get("/").status_code == 303
    assert frank.post("/api/v1/users/dana/restore", headers=headers).status_code == 200
    assert dana.get("/api/v1/accounts", headers={"Authorization": f"Bearer {token}"}).status_code == 200


def test_signing_in_leads_to_where_one_wanted_to_go(stranger: FlaskClient, token: str) -> None:
    asked = stranger.get("/accounts/acme/warm-paths?user=alice&as_of=2024-06-01")
    assert asked.status_code == 303
    page = stranger.get(asked.headers["Location"])
    assert 'value="/accounts/acme/warm-paths?user=alice&amp;as_of=2024-06-01"' in page.text
    answer = post(stranger, "/sign-in", token=token, next="/accounts/acme/warm-paths?user=alice&as_of=2024-06-01")
    assert answer.headers["Location"] == "/accounts/acme/warm-paths?user=alice&as_of=2024-06-01"
    assert "Alice" in text(stranger.get(answer.headers["Location"]))


@pytest.mark.parametrize(
    "target",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example",
     "evil.example",
     "/\n/evil.example", "/a\r\nSet-Cookie: a=b", "javascript:alert(1)", "", "/sign-out", "/sign-in?next=/",
     "/" + "a" * 3000],
)  # fmt: skip
def test_signing_in_leads_nowhere_else(stranger: FlaskClient, token: str, target: str) -> None:
    assert post(stranger, "/sign-in", token=token, next=target).headers["Location"] == "/"
    assert f'value="{target}"' not in stranger.get("/sign-in", query_string={"next": target}).text or not target


@pytest.mark.parametrize("sent", ["nonsense", "", " "])
def test_a_bad_token_signs_nobody_in_and_says_so(stranger: FlaskClient, sent: str) -> None:
    answer = post(stranger, "/sign-in", token=sent)
    assert answer.status_code == 401
    assert "WWW-Authenticate" in answer.headers
    assert "This token is unknown" in text(answer)
    assert stranger.get("/").status_code == 303


def test_the_cookie_is_for_the_server_alone_and_lasts_twelve_hours(browser: FlaskClient, token: str) -> None:
    cookie = post(browser, "/sign-in", token=token).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Path=/" in cookie
    assert "Secure" not in cookie
    kept = browser.get_cookie("graphcrm")
    assert kept is not None
    assert kept.expires is not None
    assert timedelta(hours=11.9) < kept.expires - datetime.now(UTC) < timedelta(hours=12.1)


def test_over_https_the_cookie_stays_there(app: Flask, token: str) -> None:
    client, https = app.test_client(), "https://crm.example"
    word = re.search(r'name="csrf" value="([^"]+)"', client.get("/sign-in", base_url=https).text)
    assert word
    answer = client.post("/sign-in", data={"csrf": word[1], "token": token}, base_url=https)
    assert answer.status_code == 303
    assert "Secure" in answer.headers["Set-Cookie"]


def test_a_session_ends_after_twelve_hours_however_busy(browser: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    began = int(datetime.now(UTC).timestamp())
    for hours, status in ((6, 200), (11.9, 200), (12.1, 303)):
        monkeypatch.setattr(TimestampSigner, "get_timestamp", lambda _, hours=hours: began + int(hours * 3600))
        assert browser.get("/").status_code == status, hours


def test_a_session_that_is_written_to_lasts_no_longer(browser: FlaskClient) -> None:
    with browser.session_transaction() as session:  # its cookie is made anew, as by every notice
        session["since"] -= timedelta(hours=11.9)
    assert browser.get("/").status_code == 200
    with browser.session_transaction() as session:
        session["since"] -= timedelta(hours=0.2)
    assert browser.get("/").status_code == 303


def test_signing_in_makes_a_new_session(stranger: FlaskClient, token: str) -> None:
    before = csrf(stranger)
    assert stranger.post("/sign-in", data={"csrf": before, "token": token}).status_code == 303
    assert csrf(stranger, "/") != before


def test_a_cookie_of_another_key_is_nobodys(app: Flask, cast: Graph, token: str, settings: Settings) -> None:
    other = create_app(Settings(secret_key="another", data_dir=settings.data_dir), cast).test_client()
    post(other, "/sign-in", token=token)
    cookie = other.get_cookie("graphcrm")
    assert cookie is not None
    client = app.test_client()
    client.set_cookie("graphcrm", cookie.value)
    assert client.get("/").status_code == 303


def test_signing_out_ends_the_session(browser: FlaskClient) -> None:
    assert post(browser, "/sign-out", page="/").headers["Location"] == "/sign-in"
    assert browser.get("/").status_code == 303


@pytest.mark.parametrize("word", [None, "", "-", "wrong"])
@pytest.mark.parametrize("url", ["/sign-in", "/sign-out"])
def test_a_form_without_the_right_word_does_nothing(
    browser: FlaskClient, cast: Graph, url: str, word: str | None
) -> None:
    sent = {"token": create_token(cast, user="bob")} | ({} if word is None else {"csrf": word})
    answer = browser.post(url, data=sent)
    assert answer.status_code == 403
    assert "This form is out of date; nothing was done." in text(answer)
    assert "Alice" in text(browser.get("/"))


def test_without_a_session_there_is_no_right_word(stranger: FlaskClient, token: str) -> None:
    assert stranger.post("/sign-in", data={"token": token, "csrf": ""}).status_code == 403


def test_the_word_may_come_in_a_header_and_a_token_needs_none(
    app: Flask, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(NEEDS, "write", Need())  # type: ignore[arg-type]  # a dict, which nobody else changes
    app.add_url_rule("/api/v1/write", "write", lambda: {"by": g.user.uid}, methods=["POST"])
    browser = app.test_client()
    post(browser, "/sign-in", token=token)
    assert browser.post("/api/v1/write").status_code == 403
    assert browser.post("/api/v1/write", headers={CSRF_HEADER: csrf(browser, "/")}).status_code == 200
    bearer = {"Authorization": f"Bearer {token}"}
    assert app.test_client().post("/api/v1/write", headers=bearer).json == {"by": "alice"}
